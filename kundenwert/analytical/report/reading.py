"""Purchases from a file, with all that was wrong with it."""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.find_formats import find_formats
from kundenwert.foundation.tabular.formats import (
    CellError,
    ColumnFormat,
    parse_date,
    parse_datetime,
    parse_decimal,
)
from kundenwert.foundation.tabular.rows import Cell, Row, cell_text
from kundenwert.foundation.tabular.shape import FileShape, inspect_file
from kundenwert.foundation.tabular.source import Table, open_table

from .columns import choose_columns
from .errors import ReportError
from .spaced import as_csv

COMPACT_DAY = re.compile(r"(19|20)[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
SHOWN_PROBLEMS = 20
TYPED = ("date", "amount", "quantity", "price", "margin")
CHUNK = 100_000
Progress = Callable[[float], None]


@dataclass(frozen=True)
class Problem:
    """A row that could not be used."""

    row: int
    column: str
    value: str
    message: str


@dataclass(frozen=True)
class Purchases:
    """The usable rows (`customer`, `date`, and where the file has them `amount`, `margin`, `product`, `order`).

    Rows without a customer are among them, with an empty customer: their money counts, nobody can be told apart.
    """

    table: pa.Table
    labels: Mapping[str, str]
    """Product → how it is called."""
    rows: int
    """All rows of the file below its header."""
    bad_rows: int
    problems: Sequence[Problem]
    """The first of the bad rows."""
    reasons: Mapping[str, int]
    """Column → bad rows because of it."""
    shape: FileShape
    columns: Mapping[str, str]
    """Role → column of the file."""
    formats: Mapping[str, ColumnFormat] = field(default_factory=dict)

    def has(self, role: str) -> bool:
        """Whether the file tells it."""
        return role in self.table.column_names


def read_purchases(path: Path, chosen: Mapping[str, str], progress: Progress | None = None) -> Purchases:
    """Read a CSV or XLSX file of purchases or lines. Raises `ReportError` with what to do about it."""
    with tempfile.TemporaryDirectory(prefix="kundenwert-") as folder:
        try:
            file = as_csv(path, Path(folder))
            shape = _shape(file, chosen)
            places = choose_columns(shape.columns, chosen)
            table = open_table(file, shape)
            formats = find_formats(table, {role: places[role] for role in TYPED if role in places}).formats
            return _read(table, shape, places, formats, progress or (lambda _share: None))
        except TableError as error:
            raise ReportError(str(error)) from error


def _shape(file: Path, chosen: Mapping[str, str]) -> FileShape:
    """Columns called by numbers allow a file without a header."""
    try:
        return inspect_file(file)
    except TableError:
        if not all(chosen.get(role, "").isdecimal() for role in ("customer", "date")):
            raise
        return inspect_file(file, has_header=False)


def _read(
    table: Table,
    shape: FileShape,
    places: Mapping[str, int],
    formats: Mapping[str, ColumnFormat],
    progress: Progress,
) -> Purchases:
    reader = _RowReader(places, formats)
    columns: dict[str, list[Any]] = {name: [] for name in reader.names}
    chunks: list[pa.RecordBatch] = []
    problems: list[Problem] = []
    reasons: Counter[str] = Counter()
    rows = bad = 0
    for row in table.rows():
        rows += 1
        try:
            values = reader.read(row)
        except _Bad as error:
            bad += 1
            header = shape.columns[places[error.role]] if error.role in places else ""
            reasons[header] += 1
            if len(problems) < SHOWN_PROBLEMS:
                problems.append(Problem(row.number, header, error.value, str(error)))
            continue
        for name, value in zip(reader.names, values, strict=True):
            columns[name].append(value)
        if rows % CHUNK == 0:
            progress(table.bytes_read / max(table.bytes_total, 1))
            chunks.append(_batch(columns))
    chunks.append(_batch(columns))
    return Purchases(
        table=pa.Table.from_batches(chunks),
        labels=reader.labels,
        rows=rows,
        bad_rows=bad,
        problems=problems,
        reasons=dict(reasons),
        shape=shape,
        columns={role: shape.columns[place] for role, place in places.items()},
        formats=formats,
    )


SCHEMA = {
    "customer": pa.string(), "date": pa.date32(), "amount": pa.float64(), "margin": pa.float64(),
    "product": pa.string(), "order": pa.string(),
}  # fmt: skip


def _batch(columns: dict[str, list[Any]]) -> pa.RecordBatch:
    """The rows so far as Arrow, which takes a tenth of the memory; the lists are emptied."""
    made = pa.record_batch({name: pa.array(values, SCHEMA[name]) for name, values in columns.items()})
    for values in columns.values():
        values.clear()
    return made


class _Bad(ValueError):
    def __init__(self, role: str, value: Cell, message: str) -> None:
        super().__init__(message)
        self.role = role
        self.value = "" if value is None else str(value)


class _RowReader:
    """Reads the cells of a row; texts that come again and again are parsed once."""

    def __init__(self, places: Mapping[str, int], formats: Mapping[str, ColumnFormat]) -> None:
        self.places = places
        self.labels: dict[str, str] = {}
        zone = timezone.get_current_timezone()
        self.day = lru_cache(maxsize=100_000)(lambda cell: _day(cell, formats["date"], zone))
        self.numbers = {
            role: lru_cache(maxsize=100_000)(lambda cell, form=formats[role]: float(parse_decimal(cell, form)))
            for role in TYPED[1:]
            if role in formats
        }
        money = ["amount"] if {"amount", "price"} & places.keys() else []
        self.names = ["customer", "date", *money, *(role for role in ("margin", "product", "order") if role in places)]

    def read(self, row: Row) -> list[Any]:
        """The values of `names`. Raises `_Bad`."""
        if row.problem is not None:
            raise _Bad("", "", row.problem)
        cells, places = row.cells, self.places
        values: list[Any] = [_text(cells[places["customer"]]), self._day(cells[places["date"]])]
        if "price" in places:
            values.append(self._number("quantity", cells) * self._number("price", cells))
        elif "amount" in places:
            values.append(self._number("amount", cells))
        rest = self.names[len(values) :]
        values += [self._number(role, cells) if role == "margin" else _text(cells[places[role]]) for role in rest]
        if "product" in places and "label" in places:
            self._note_label(_text(cells[places["product"]]), _text(cells[places["label"]]))
        return values

    def _day(self, cell: Cell) -> date:
        try:
            return self.day(cell)
        except CellError as error:
            raise _Bad("date", cell, str(error)) from error

    def _number(self, role: str, cells: Sequence[Cell]) -> float:
        cell = cells[self.places[role]]
        if cell is None or cell == "":
            raise _Bad(role, "", _("There is no number."))
        try:
            return self.numbers[role](cell)
        except CellError as error:
            raise _Bad(role, cell, str(error)) from error

    def _note_label(self, product: str | None, label: str | None) -> None:
        if product and label and product not in self.labels:
            self.labels[product] = label


def _text(cell: Cell) -> str | None:
    return cell_text(cell).strip().removesuffix(".0") or None  # 17850.0 is customer 17850


def _day(cell: Cell, form: ColumnFormat, zone: Any) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    text = str(cell).strip()
    if COMPACT_DAY.fullmatch(text):
        return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007  a day has no time zone
    try:
        return parse_date(cell, form)
    except CellError:
        return parse_datetime(cell, form, zone).astimezone(zone).date()
