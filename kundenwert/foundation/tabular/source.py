"""The rows of a file whose shape is known, streaming."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import count, repeat
from pathlib import Path
from typing import BinaryIO

from django.utils.translation import gettext as _

from kundenwert.foundation.tabular.dialect import separator_line
from kundenwert.foundation.tabular.lines import Batch, line_batches
from kundenwert.foundation.tabular.records import Dialect, Parsed, parse_batches
from kundenwert.foundation.tabular.rows import Cell, Row
from kundenwert.foundation.tabular.shape import FileShape
from kundenwert.foundation.tabular.xlsx_scan import column_letters
from kundenwert.foundation.tabular.xlsx_sheet import Sheet, load_sheet

_row = partial(tuple.__new__, Row)  # half the time of calling Row
_YIELD_PROGRESS_ROWS = 1000


class Table:
    """The rows of one file.  `bytes_read` of `bytes_total` tells the progress of the running `rows()`."""

    __slots__ = ("bytes_read", "bytes_total", "path", "shape")

    def __init__(self, path: Path, shape: FileShape) -> None:
        self.path = path
        self.shape = shape
        self.bytes_total = path.stat().st_size
        self.bytes_read = 0

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the header, each time from the first; blank rows are left out.

        A row that cannot be used comes with its `problem`.  Raises TableError where a workbook breaks.
        """
        self.bytes_read = 0
        yield from self._sheet_rows() if self.shape.kind == "xlsx" else self._text_rows()
        self.bytes_read = self.bytes_total

    def _text_rows(self) -> Iterator[Row]:
        shape = self.shape
        dialect = Dialect(shape.delimiter, shape.quotechar, shape.skip_space)
        width, number = len(shape.columns), 1
        with self.path.open("rb") as file:
            batches = self._batches(file)
            for parsed in parse_batches(batches, dialect, width):
                total = len(parsed.records)
                if number + total > shape.header_row + 1:
                    _drop(parsed, shape.header_row + 1 - number)
                    yield from _shaped(parsed, number + total - len(parsed.records), width)
                number += total

    def _batches(self, file: BinaryIO) -> Iterator[Batch]:
        """The lines of the file without Excel's `sep=;`, which no spreadsheet shows as a row."""
        for index, batch in enumerate(line_batches(file, self.shape.encoding)):
            self.bytes_read = file.tell()
            first = index == 0 and batch.lines and separator_line(batch.lines[0])
            yield batch._replace(lines=batch.lines[1:]) if first else batch

    def _sheet_rows(self) -> Iterator[Row]:
        sheet = load_sheet(self.path, self.shape.sheet)
        width = len(self.shape.columns)
        for number, cells in enumerate(sheet.rows(), start=1):
            if number % _YIELD_PROGRESS_ROWS == 0:
                self.bytes_read = self.bytes_total * number // max(sheet.height, number)
            if number <= self.shape.header_row:
                continue
            row = _shape_row(number, cells, width, _cell_errors(sheet, number))
            if row is not None:
                yield row


def open_table(path: Path | str, shape: FileShape) -> Table:
    """Return the table of a file; nothing is read before its `rows()` are."""
    return Table(Path(path), shape)


def _drop(parsed: Parsed, count_: int) -> None:
    if count_ > 0:
        del parsed.records[:count_]
        parsed.problems = {index - count_: why for index, why in parsed.problems.items() if index >= count_}


def _shaped(parsed: Parsed, number: int, width: int) -> Iterator[Row]:
    """The rows of a batch: at once where all are as wide as the header and none is blank, which is usual."""
    records = parsed.records
    if not parsed.problems and set(map(len, records)) == {width} and all(map(any, records)):
        return map(_row, zip(count(number), map(tuple, records), repeat(None), strict=False))
    shaped = (
        _shape_row(number + index, record, width, parsed.problems.get(index)) for index, record in enumerate(records)
    )
    return (row for row in shaped if row is not None)


def _shape_row(number: int, cells: list[str] | list[Cell], width: int, problem: str | None) -> Row | None:
    """A row as wide as the header: short ones are filled up, empty cells beyond it are cut off."""
    if problem is not None:
        return Row(number, tuple(cells), problem)
    if not any(cell is not None and cell != "" for cell in cells):
        return None
    if len(cells) == width:
        return Row(number, tuple(cells), None)
    if len(cells) < width:
        empty: list[Cell] = ["" if cells and isinstance(cells[-1], str) else None]
        return Row(number, (*cells, *empty * (width - len(cells))), None)
    if not any(cell is not None and cell != "" for cell in cells[width:]):
        return Row(number, tuple(cells[:width]), None)
    return Row(number, tuple(cells), _too_many(cells, width))


def _too_many(cells: list[str] | list[Cell], width: int) -> str:
    found = max(place for place, cell in enumerate(cells, start=1) if cell is not None and cell != "")
    return _(
        "The row has %(found)d cells, the header only %(width)d. A cell that holds the delimiter must stand "
        "in quotation marks."
    ) % {"found": found, "width": width}


def _cell_errors(sheet: Sheet, number: int) -> str | None:
    errors = sheet.scan.errors.get(number)
    if not errors:
        return None
    places = ", ".join(f"{column_letters(column)}{number} ({value})" for column, value in errors)
    return _("The row holds formulas that failed: %(places)s.") % {"places": places}
