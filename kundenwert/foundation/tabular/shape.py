"""The shape of a file: what it is, how it is written, where its header is, what its columns are called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Literal

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular.dialect import find_dialect, separator_line
from kundenwert.foundation.tabular.encodings import check_encoding, find_encoding
from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.header import column_names, find_header, looks_like_data, table_width
from kundenwert.foundation.tabular.kinds import find_kind
from kundenwert.foundation.tabular.limits import MAX_COLUMNS, SAMPLE_RECORDS
from kundenwert.foundation.tabular.lines import line_batches
from kundenwert.foundation.tabular.records import parse_lines
from kundenwert.foundation.tabular.rows import Cell
from kundenwert.foundation.tabular.xlsx_sheet import load_sheet, visible_sheets


@dataclass(frozen=True, slots=True)
class FileShape:
    """What must be known to read a file.

    `header_row` is 1-based as a spreadsheet shows it, 0 for a table without header.  `encoding`, `delimiter`
    and `quotechar` are empty for XLSX, `sheet` and `sheets` (the visible ones) for CSV.  `skip_space` says
    that cells are written `a, "b"`.
    """

    kind: Literal["csv", "xlsx"]
    encoding: str
    delimiter: str
    quotechar: str
    sheet: str
    sheets: tuple[str, ...]
    header_row: int
    columns: tuple[str, ...]
    skip_space: bool = False


def inspect_file(
    path: Path | str,
    *,
    encoding: str | None = None,
    delimiter: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    has_header: bool | None = None,
) -> FileShape:
    """Find the shape of a file; what is stated is taken, the rest found.

    `header_row` is 1-based; `has_header=False` reads from row 1 on and names the columns by number;
    `has_header=True` accepts a header that looks like data.  Raises TableError where it cannot be read.
    """
    path = Path(path)
    header_row = 0 if has_header is False else header_row
    sure = has_header is not None or header_row is not None
    if find_kind(path) == "xlsx":
        return _inspect_workbook(path, sheet, header_row, sure=sure)
    return _inspect_text(path, encoding, delimiter, header_row, sure=sure)


def _inspect_text(
    path: Path, encoding: str | None, delimiter: str | None, header_row: int | None, *, sure: bool
) -> FileShape:
    if delimiter is not None and (len(delimiter) != 1 or delimiter in '"\r\n'):
        raise TableError(_("The delimiter must be one character, such as ; or a comma."))
    known = check_encoding(path, encoding) if encoding else find_encoding(path)
    lines, final = _first_lines(path, known)
    stated = separator_line(lines[0])
    dialect = find_dialect(lines[1:] if stated else lines, delimiter or stated, final=final)
    parsed, _open = parse_lines(lines[1:] if stated else lines, dialect, None, final=final)
    rows = [[] if index in parsed.problems else record for index, record in enumerate(parsed.records)]
    row, names = _header(rows, header_row, sure=sure)
    if broken := [index for index in parsed.problems if index < row]:
        raise TableError(_("Row %(row)d: %(problem)s") % {"row": broken[0] + 1, "problem": parsed.problems[broken[0]]})
    return FileShape("csv", known, dialect.delimiter, '"', "", (), row, names, dialect.skip_space)


def _inspect_workbook(path: Path, sheet: str | None, header_row: int | None, *, sure: bool) -> FileShape:
    sheets = visible_sheets(path)
    for name in [sheet] if sheet else sheets:
        rows = list(islice(load_sheet(path, name).rows(), SAMPLE_RECORDS))
        if sheet or find_header(rows):
            row, names = _header(rows, header_row, sure=sure)
            return FileShape("xlsx", "", "", "", name, sheets, row, names)
    raise TableError(_("The workbook has no visible sheet with a table. Show the sheet or choose it by name."))


def _first_lines(path: Path, encoding: str) -> tuple[list[str], bool]:
    with path.open("rb") as file:
        lines: list[str] = []
        for batch in line_batches(file, encoding):
            lines += batch.lines
            if not lines and batch.overlong:
                raise TableError(
                    _("The first line is too long for a table. The file has no line ends or is not a table.")
                )
            if len(lines) > SAMPLE_RECORDS or batch.overlong or batch.last:
                final = batch.last and len(lines) <= SAMPLE_RECORDS
                if not any(line.strip("\ufeff \t\r\n") for line in lines):
                    raise TableError(_("The file has no rows."))
                return lines[:SAMPLE_RECORDS], final
    raise TableError(_("The file is empty."))


def _header(rows: Sequence[Sequence[Cell]], header_row: int | None, *, sure: bool) -> tuple[int, tuple[str, ...]]:
    row = find_header(rows) if header_row is None else header_row
    header: Sequence[Cell] = rows[row - 1] if 0 < row <= len(rows) else []
    if row == 0 and header_row is None:
        raise TableError(_("The file has no header: the first row with text names the columns."))
    if row and not any(cell is not None and str(cell).strip() for cell in header):
        raise TableError(_("Row %(row)d is empty and cannot be the header.") % {"row": row})
    if not sure and looks_like_data(header):
        raise TableError(
            _(
                "Row %(row)d looks like data, not like a header. Write the names of the columns above it, "
                "or say that the file has no header."
            )
            % {"row": row}
        )
    width = table_width(header, [cells for cells in rows[row:] if cells])
    if width > MAX_COLUMNS:
        raise TableError(_("The table has more than %(limit)d columns.") % {"limit": MAX_COLUMNS})
    return row, column_names(header, width)
