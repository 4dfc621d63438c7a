"""How a column writes numbers and dates: what was found, and what somebody says instead."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular.find_formats import FoundFormats
from kundenwert.foundation.tabular.formats import ColumnFormat, DateOrder, DecimalMark
from kundenwert.foundation.tabular.shape import FileShape
from kundenwert.foundation.tabular.source import open_table

from ..fields import DateField, DecimalField, Field
from .formats import mapped_formats

Kind = Literal["", "number", "date"]
NUMBER_NOTATIONS: tuple[tuple[DecimalMark, object], ...] = ((",", _("German: 1.234,56")), (".", _("English: 1,234.56")))
DATE_NOTATIONS: tuple[tuple[DateOrder, object], ...] = (
    ("dmy", _("day.month.year")),
    ("mdy", _("month/day/year")),
    ("ymd", _("year-month-day")),
)


def notation_kind(field: Field | None) -> Kind:
    """Whether a field's column needs a notation of numbers or of dates."""
    if isinstance(field, DecimalField):
        return "number"
    return "date" if isinstance(field, DateField) else ""


def found_notations(path: Path, shape: FileShape, columns: Iterable[str]) -> FoundFormats:
    """What the cells of these columns say, from the whole file; kept in memory (stored files never change)."""
    return _scan(path, shape, tuple(sorted(columns)), get_language() or "")


@lru_cache(maxsize=32)
def _scan(path: Path, shape: FileShape, columns: tuple[str, ...], _language: str) -> FoundFormats:
    """Where no cell tells, the reader's language decides, so that is part of the key."""
    return mapped_formats(open_table(path, shape), {name: DecimalField(name=name) for name in columns})


def with_notations(found: Mapping[str, ColumnFormat], said: Mapping[str, str]) -> dict[str, ColumnFormat]:
    """The found formats, corrected by what somebody says (column → a key of the notations)."""
    return {column: _corrected(form, said.get(column, "")) for column, form in found.items()}


def _corrected(form: ColumnFormat, said: str) -> ColumnFormat:
    for mark in get_args(DecimalMark):
        if said == mark:
            return replace(form, decimal_mark=mark)
    for order in get_args(DateOrder):
        if said == order:
            return replace(form, date_order=order)
    return form


def notation_label(kind: Kind, form: ColumnFormat) -> str:
    """How a format is called."""
    if kind == "number":
        return str(dict(NUMBER_NOTATIONS).get(form.decimal_mark or ",", ""))
    return str(dict(DATE_NOTATIONS).get(form.date_order or "dmy", ""))


def notation_choices(kind: Kind) -> list[tuple[str, str]]:
    """Notations to choose from."""
    choices = NUMBER_NOTATIONS if kind == "number" else DATE_NOTATIONS if kind == "date" else ()
    return [(key, str(label)) for key, label in choices]
