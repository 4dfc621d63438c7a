"""How a file's columns write numbers and dates: one answer a column, found by reading all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language

from kundenwert.foundation.tabular.column_format import ColumnFormat
from kundenwert.foundation.tabular.profile import ColumnProfile, hint_of
from kundenwert.foundation.tabular.source import Table


@dataclass(frozen=True)
class FoundFormats:
    """Formats by column, and those that may be read in two ways with a cell that shows it."""

    formats: Mapping[str, ColumnFormat]
    ambiguous: Mapping[str, str]


def find_formats(table: Table, places: Mapping[str, int]) -> FoundFormats:
    """Read columns (name → place) once. Where nothing tells, the other columns decide, then the language."""
    if not places:
        return FoundFormats({}, {})
    profiles = {name: ColumnProfile() for name in places}
    feeds = [(places[name], profile.feed) for name, profile in profiles.items()]
    for row in table.rows():
        if row.problem is None:
            for place, feed in feeds:
                feed(row.cells[place])
    return _decide(profiles)


def _decide(profiles: Mapping[str, ColumnProfile]) -> FoundFormats:
    prefer = "en" if (get_language() or "de").startswith("en") else "de"
    hint = hint_of(list(profiles.values()))
    formats = {
        name: profile.decide(prefer, hint=hint)  # type: ignore[arg-type]
        for name, profile in profiles.items()
    }
    open_questions = {
        name: profile.sample
        for name, profile in profiles.items()
        if profile.ambiguous and not hint.decimal_mark and not hint.date_order
    }
    return FoundFormats(formats, open_questions)
