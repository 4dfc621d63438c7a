"""From the cells of a row to the values of fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import Any

from django.utils import timezone

from kundenwert.foundation.tabular.formats import GERMAN, ColumnFormat
from kundenwert.foundation.tabular.guard import unguard
from kundenwert.foundation.tabular.rows import cell_text

from ..fields import (
    ChoiceField,
    CountryField,
    DecimalField,
    Field,
    FieldError,
    IntegerField,
    LinkField,
    TextField,
    UserField,
)

CACHED = (ChoiceField, CountryField)
PAST_DAYS = {"birthday"}
"""Fields whose years of two digits lie in the past: 22.11.49 is not yet to come."""
ROUNDING = Context(prec=60, rounding=ROUND_HALF_UP)
MAX_TEXT = 1_000_000
"""Characters of one cell; a larger one is a broken file, not a note."""


class BadCell(ValueError):
    """A cell cannot be used: column, value, message."""

    def __init__(self, column: str, value: Any, message: str) -> None:
        super().__init__(message)
        self.column = column
        self.value = value
        self.message = message


@dataclass(frozen=True)
class Column:
    """A mapped column."""

    index: int
    header: str
    field: Field
    read: Callable[[Any], Any]


def mapped_columns(
    columns: Sequence[str], mapping: Mapping[str, Field], formats: Mapping[str, ColumnFormat]
) -> list[Column]:
    """The mapped columns with the reader of each."""
    return [
        Column(columns.index(header), header, field, _reader(field, formats.get(header, GERMAN)))
        for header, field in mapping.items()
        if header in columns
    ]


def _reader(field: Field, form: ColumnFormat) -> Callable[[Any], Any]:
    if isinstance(field, LinkField | UserField):
        return _link_reader(field)
    if isinstance(field, DecimalField) and not isinstance(field, IntegerField):
        return _decimal_reader(field, form)
    if isinstance(field, CACHED) or field.control == "checkbox":
        return lru_cache(maxsize=4096)(lambda cell: field.from_cell(cell, form))
    if type(field) is TextField:
        return _text_reader(field)
    if field.name in PAST_DAYS:
        form = replace(form, pivot=timezone.localdate().year % 100)
    return lambda cell: field.from_cell(unguard(_storable(field, cell)) if type(cell) is str else cell, form)


def _storable(field: Field, text: str) -> str:
    """The text, if the database can keep it: lists and links do not check that themselves."""
    return str(Field.check(field, text)) if "\x00" in text else text


def _text_reader(field: Field) -> Callable[[Any], Any]:
    limit = field.max_length or MAX_TEXT

    def read(cell: Any) -> Any:
        text = cell if type(cell) is str else cell_text(cell)
        text = unguard(text.strip())
        if len(text) > limit or "\x00" in text or (not text and field.required):
            return field.check(text)
        return text

    return read


def _link_reader(field: Field) -> Callable[[Any], str]:
    return lambda cell: unguard(_storable(field, cell_text(cell)).strip())


def _decimal_reader(field: DecimalField, form: ColumnFormat) -> Callable[[Any], Any]:
    """Rounds as the database does: what was read once compares equal the next time."""
    place = Decimal(1).scaleb(-field.places)

    def read(cell: Any) -> Any:
        number = field.from_cell(unguard(cell) if type(cell) is str else cell, form)
        return number if number is None else field.check(number.quantize(place, context=ROUNDING))

    return read


def read_row(columns: Sequence[Column], cells: Sequence[Any]) -> dict[str, Any]:
    """Field name → value; links as text. Empty cells are left out: they change nothing. Raises `BadCell`."""
    values: dict[str, Any] = {}
    for column in columns:
        cell = cells[column.index]
        if cell is None or cell == "":
            continue
        try:
            value = column.read(cell)
        except FieldError as error:
            raise BadCell(column.header, cell, str(error)) from error
        if value not in (None, "", []):
            values[column.field.name] = value
    return values
