"""Numbers as people write them: 1.234,56 · 1,234.56 · 1'234.50 · 1 234,56 · (5,00) · 5- · 12 % · EUR 12."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular.column_format import ColumnFormat, DecimalMark
from kundenwert.foundation.tabular.errors import CellError
from kundenwert.foundation.tabular.rows import Cell, shown

SPACES: Final = " \u00a0\u2009\u202f"
APOSTROPHES: Final = "'\u2019"
CURRENCIES: Final = "EUR|CHF|USD|GBP|SEK|NOK|DKK|PLN|CZK|HUF|JPY|Euro|Fr\\.|[€$£¥]"

_COMMON: Final[dict[DecimalMark | None, re.Pattern[str]]] = {
    ",": re.compile(r"-?[0-9]+(?:,[0-9]+)?"),
    ".": re.compile(r"-?[0-9]+(?:\.[0-9]+)?"),
    None: re.compile(r"-?[0-9]+"),
}
_DECORATION: Final = re.compile(rf"^(?:{CURRENCIES})|(?:{CURRENCIES}|%)$", re.IGNORECASE)
_MINUSES: Final = str.maketrans("\u2212\u2013\u2014", "---")
_NO_CENTS: Final = re.compile(r"[.,]-{1,2}$")


def _grouped(mark: DecimalMark | None) -> re.Pattern[str]:
    """Digits in groups of three with one kind of separator, or ungrouped, then the decimals."""
    groups = {
        ",": rf"[.{SPACES}{APOSTROPHES}]",
        ".": rf"[,{SPACES}{APOSTROPHES}]",
        None: rf"[{SPACES}{APOSTROPHES}]",
    }
    decimals = rf"(?:{re.escape(mark)}([0-9]+))?" if mark else "()"
    return re.compile(rf"([0-9]{{1,3}}(?:({groups[mark]})[0-9]{{3}})(?:\2[0-9]{{3}})*|[0-9]*){decimals}")


_GROUPED: Final = {mark: _grouped(mark) for mark in _COMMON}
_NOT_DIGIT: Final = re.compile(r"[^0-9]")


def parse_decimal(cell: Cell, column: ColumnFormat) -> Decimal:
    """Return the number in a cell, per cent and currency signs taken off (`12 %` is 12).

    A float from a spreadsheet counts with the 15 digits the spreadsheet shows.  Raises CellError.
    """
    if type(cell) is str:
        if _COMMON[column.decimal_mark].fullmatch(cell):
            return Decimal(cell.replace(",", "."))
        return _parse_written(cell, column)
    if isinstance(cell, int) and not isinstance(cell, bool):
        return Decimal(cell)
    if isinstance(cell, float) and cell - cell == 0:
        return Decimal(f"{cell:.15g}")
    raise _not_a_number(cell)


def parse_integer(cell: Cell, column: ColumnFormat) -> int:
    """Return the whole number in a cell; `5,00` is whole, `5,5` is not.  Raises CellError."""
    if type(cell) is str and len(cell) < 19 and cell.isdecimal() and cell.isascii():
        return int(cell)
    number = parse_decimal(cell, column)
    if number != number.to_integral_value():
        raise CellError(_("“%(value)s” is not a whole number.") % {"value": shown(cell)})
    return int(number)


def undecorated(text: str) -> tuple[str, bool]:
    """Return a number as written without currency, per cent and sign, and whether it is negative."""
    text, sign = _strip_sign(text.strip().translate(_MINUSES))
    text = _DECORATION.sub("", text).strip()
    if not sign:
        text, sign = _strip_sign(text)
    return _NO_CENTS.sub("", text), sign == "-"


def _strip_sign(text: str) -> tuple[str, str]:
    """The text without its one sign, and that sign: "-", "+" or "" for none."""
    if text.startswith("(") and text.endswith(")"):
        return text[1:-1].strip(), "-"
    if text.startswith(("-", "+")):
        return text[1:].strip(), text[0]
    if text.endswith("-") and not _NO_CENTS.search(text):
        return text[:-1].strip(), "-"
    return text, ""


def _parse_written(cell: str, column: ColumnFormat) -> Decimal:
    text, negative = undecorated(cell)
    found = _GROUPED[column.decimal_mark].fullmatch(text) if text else None
    if not found:
        raise _not_a_number(cell)
    whole, decimals = _NOT_DIGIT.sub("", found.group(1)), found.group(3)
    if not whole and not decimals:
        raise _not_a_number(cell)
    number = Decimal(f"{whole or 0}.{decimals}" if decimals else whole)
    return -number if negative and number else number


def _not_a_number(cell: Cell) -> CellError:
    return CellError(_("“%(value)s” is not a number.") % {"value": shown(cell)})
