"""How a file's columns write numbers and dates: one answer a column, found by reading all of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from kundenwert.foundation.tabular.formats import ColumnFormat, ColumnProfile, hint_of
from kundenwert.foundation.tabular.source import Table

from ..fields import DateField, DecimalField, Field


@dataclass(frozen=True)
class FoundFormats:
    """Formats by column, and those that may be read in two ways with a cell that shows it."""

    formats: Mapping[str, ColumnFormat]
    ambiguous: Mapping[str, str]


def find_formats(table: Table, mapping: Mapping[str, Field]) -> FoundFormats:
    """Read the number and date columns once. Where nothing tells, the other columns decide, then the language."""
    columns = table.shape.columns
    wanted = [
        (columns.index(name), name) for name, field in mapping.items() if isinstance(field, DecimalField | DateField)
    ]
    if not wanted:
        return FoundFormats({}, {})
    profiles = [ColumnProfile() for _index, _name in wanted]
    feeds = [(index, profile.feed) for (index, _name), profile in zip(wanted, profiles, strict=True)]
    for row in table.rows():
        if row.problem is None:
            for index, feed in feeds:
                feed(row.cells[index])
    return _decide([name for _index, name in wanted], profiles)


def _decide(names: Sequence[str], profiles: Sequence[ColumnProfile]) -> FoundFormats:
    prefer = "en" if (get_language() or "de").startswith("en") else "de"
    hint = hint_of(profiles)
    formats = {
        name: profile.decide(prefer, hint=hint)  # type: ignore[arg-type]
        for name, profile in zip(names, profiles, strict=True)
    }
    open_questions = {
        name: profile.sample
        for name, profile in zip(names, profiles, strict=True)
        if profile.ambiguous and not hint.decimal_mark and not hint.date_order
    }
    return FoundFormats(formats, open_questions)
