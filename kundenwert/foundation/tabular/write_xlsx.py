"""Tables as XLSX, row by row in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, tzinfo
from decimal import Decimal
from tempfile import TemporaryDirectory
from typing import Final, Literal, TypeAlias

import xlsxwriter
from django.utils.translation import gettext_lazy as _
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.guard import guard
from kundenwert.foundation.tabular.limits import MAX_COLUMNS, XLSX_MAX_ROWS, XLSX_MAX_TEXT
from kundenwert.foundation.tabular.target import Target, Value, opened
from kundenwert.foundation.tabular.values import join_list

ColumnType: TypeAlias = Literal["text", "integer", "decimal", "money", "percent", "date", "datetime", "boolean"]

# Excel shows these in the marks of the reader's own language: "#,##0.00" is 1.234,56 in German
_NUMBER_FORMATS: Final[dict[ColumnType, str]] = {
    "integer": "0",
    "decimal": "General",
    "money": "#,##0.00",
    "percent": '0.00" %"',
    "date": "dd.mm.yyyy",
    "datetime": "dd.mm.yyyy hh:mm:ss",
}
_WIDTHS: Final[dict[ColumnType, int]] = {"text": 24, "date": 12, "datetime": 20, "money": 14, "boolean": 10}
_OTHER_WIDTH, _MAX_WIDTH = 12, 40
_NOT_IN_SHEET_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_MAX_SHEET_NAME = 31
_FIRST_EXCEL_YEAR = 1900
_EXACT_DIGITS = 15
_TOO_LARGE = 1_000_000_000_000_000
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def write_xlsx(
    target: Target,
    sheet_name: str,
    header: Sequence[str],
    rows: Iterable[Sequence[Value]],
    types: Sequence[ColumnType],
    *,
    tz: tzinfo | None = None,
) -> int:
    """Write one sheet with a frozen bold header; return the number of rows.

    Excel knows no time zones: an aware datetime is written as the clock shows it in `tz`, or in its own zone.
    `percent` takes 19 for 19 %.  Text is guarded against formula injection and never becomes a formula or a
    link; numbers Excel would round (over 15 digits) and days before 1900 are written as text.  Raises
    TableError beyond what Excel holds: 1,048,576 rows, 32,767 characters a cell.
    """
    if len(header) > MAX_COLUMNS:
        raise TableError(_("The table has more than %(limit)d columns.") % {"limit": MAX_COLUMNS})
    with opened(target) as file, TemporaryDirectory() as scratch:
        book = xlsxwriter.Workbook(file, {**_OPTIONS, "tmpdir": scratch})
        sheet = book.add_worksheet(_sheet_name(sheet_name))
        try:
            bold = book.add_format({"bold": True, "bottom": 1})
            formats = {kind: book.add_format({"num_format": text}) for kind, text in _NUMBER_FORMATS.items()}
            _write_header(sheet, header, types, bold)
            count = _write_rows(sheet, header, rows, [formats.get(kind) for kind in types], tz)
            book.close()
        finally:
            sheet.row_data_fh.close()
    return count


def _write_header(sheet: Worksheet, header: Sequence[str], types: Sequence[ColumnType], bold: Format) -> None:
    for column, (name, kind) in enumerate(zip(header, types, strict=True)):
        width = min(max(_WIDTHS.get(kind, _OTHER_WIDTH), len(name) + 2), _MAX_WIDTH)
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    for column, name in enumerate(header):
        sheet.write_string(0, column, guard(name), bold)


def _write_rows(
    sheet: Worksheet,
    header: Sequence[str],
    rows: Iterable[Sequence[Value]],
    formats: Sequence[Format | None],
    tz: tzinfo | None,
) -> int:
    number = 0
    for number, row in enumerate(rows, start=1):
        if number >= XLSX_MAX_ROWS:
            raise TableError(
                _("Excel holds %(limit)d rows at most, and there are more. Export as CSV instead.")
                % {"limit": XLSX_MAX_ROWS}
            )
        for column, (value, format_) in enumerate(zip(row, formats, strict=True)):
            if value is not None and not _write_cell(sheet, number, column, value, format_, tz):
                raise TableError(
                    _(
                        "Row %(row)d, column “%(column)s” has more than %(limit)d characters, which is "
                        "all that Excel holds in a cell. Export as CSV instead."
                    )
                    % {"row": number + 1, "column": header[column], "limit": XLSX_MAX_TEXT}
                )
    return number


def _write_cell(
    sheet: Worksheet, row: int, column: int, value: Value, format_: Format | None, tz: tzinfo | None
) -> bool:
    """Write a value as what it is; False where its text is too long."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value)
    elif isinstance(value, (int, Decimal)) and _is_exact(value):
        # a Decimal goes in as its own digits, not by way of a float
        sheet.write_number(row, column, value, format_)
    elif isinstance(value, date) and value.year >= _FIRST_EXCEL_YEAR:
        sheet.write_datetime(row, column, _wall_clock(value, tz), format_)
    else:
        return _write_text(sheet, row, column, value)
    return True


def _write_text(sheet: Worksheet, row: int, column: int, value: Value) -> bool:
    text = guard(join_list(value) if isinstance(value, list) else str(value))
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode()
    if len(text) * 2 > XLSX_MAX_TEXT and len(text.encode("utf-16-le")) > XLSX_MAX_TEXT * 2:
        return False
    if text:
        sheet.write_string(row, column, text)
    return True


def _is_exact(value: int | Decimal) -> bool:
    """Whether Excel keeps every digit: it has 15."""
    if isinstance(value, int):
        return abs(value) < _TOO_LARGE
    if not value.is_finite() or abs(value) >= _TOO_LARGE:
        return False
    digits = value.as_tuple().digits
    return len(digits) <= _EXACT_DIGITS or len(value.normalize().as_tuple().digits) <= _EXACT_DIGITS


def _wall_clock(value: date, tz: tzinfo | None) -> date:
    if not isinstance(value, datetime) or value.tzinfo is None:
        return value
    return (value.astimezone(tz) if tz else value).replace(tzinfo=None)


def _sheet_name(name: str) -> str:
    cleaned = _NOT_IN_SHEET_NAMES.sub(" ", name.encode("utf-8", "replace").decode()).strip(" '")
    # Excel counts in UTF-16 units; half a pair at the cut is dropped
    short = cleaned.encode("utf-16-le")[: _MAX_SHEET_NAME * 2].decode("utf-16-le", "ignore").strip(" '")
    return short or "1"
