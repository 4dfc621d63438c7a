"""A sheet of an XLSX file as rows of plain Python values."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext_lazy as _
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.kinds import broken_workbook
from kundenwert.foundation.tabular.rows import Cell
from kundenwert.foundation.tabular.xlsx_archive import check_archive
from kundenwert.foundation.tabular.xlsx_scan import SheetScan, scan_sheet

_EXACT_INTEGER = 2**53
_HALF_MILLISECOND = timedelta(microseconds=500)


class Sheet:
    """One sheet, loaded: `first_column` is the 1-based column its rows begin with."""

    __slots__ = ("_sheet", "first_column", "height", "scan")

    def __init__(self, sheet: CalamineSheet, scan: SheetScan) -> None:
        self._sheet = sheet
        self.scan = scan
        self.first_column = (sheet.start[1] if sheet.start else 0) + 1
        self.height = sheet.end[0] + 1 if sheet.end else 0

    def rows(self) -> Iterator[list[Cell]]:
        """Yield the rows from row 1 on, each as long as the sheet is wide."""
        for row in self._sheet.iter_rows():
            yield [cell if type(cell) is str and cell else _plain(cell) for cell in row]


def visible_sheets(path: Path) -> tuple[str, ...]:
    """Return the names of the worksheets a spreadsheet shows, in order."""
    with _workbook(path) as book:
        return tuple(
            sheet.name
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
        )


def load_sheet(path: Path, name: str) -> Sheet:
    """Load a sheet by name, a hidden one too; raise TableError where it is missing, broken or too large."""
    with _workbook(path) as book:
        known = [sheet.name for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        if name not in known:
            raise TableError(
                _("The workbook has no sheet “%(name)s”. Its sheets: %(sheets)s.")
                % {"name": name, "sheets": ", ".join(known)}
            )
        scan = scan_sheet(path, name)
        return Sheet(book.get_sheet_by_name(name), scan)


@contextmanager
def _workbook(path: Path) -> Iterator[CalamineWorkbook]:
    """Open a workbook after the guard; whatever the reader raises becomes a TableError."""
    stat = path.stat()
    _check_once(path, stat.st_size, stat.st_mtime_ns)
    try:
        with path.open("rb") as file:
            yield CalamineWorkbook.from_filelike(file)
    except TableError:
        raise
    except PasswordError as error:
        raise TableError(
            _("The workbook is protected by a password. Save it without a password and try again.")
        ) from error
    except (CalamineError, ValueError, OverflowError, OSError) as error:
        raise broken_workbook() from error
    except BaseException as error:
        # a panic of the Rust reader is no Exception; it is known by name only
        if type(error).__name__ != "PanicException":
            raise
        raise broken_workbook() from error


@lru_cache(maxsize=32)
def _check_once(path: Path, _size: int, _changed: int) -> None:
    """Unpacking to count takes seconds for a large file, so a file that did not change is counted once."""
    check_archive(path)


def _plain(cell: object) -> Cell:
    """A whole float is an integer, an empty text is nothing, times are rounded to the millisecond."""
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < _EXACT_INTEGER else cell
    if isinstance(cell, datetime):
        rounded = cell + _HALF_MILLISECOND
        return rounded.replace(microsecond=rounded.microsecond // 1000 * 1000)
    return None if cell == "" else cell  # type: ignore[return-value]  # calamine gives nothing else
