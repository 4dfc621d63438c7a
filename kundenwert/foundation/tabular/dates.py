"""Dates as people write them: 22.11.2026 · 11/22/2026 · 2026-11-22 14:30 · 22. November 2026."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular.column_format import ColumnFormat
from kundenwert.foundation.tabular.errors import CellError
from kundenwert.foundation.tabular.rows import Cell, shown

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "jan jän januar jänner january",
            "feb februar feber february",
            "mar mär mrz märz maerz march",
            "apr april",
            "mai may",
            "jun juni june",
            "jul juli july",
            "aug august",
            "sep sept september",
            "okt oct oktober october",
            "nov november",
            "dez dec dezember december",
        ),
        start=1,
    )
    for name in names.split()
}
_DAY = r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{4}|[0-9]{1,2})"
_TIME = (
    r"(?:(?:,? +|[Tt])([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:[.,]([0-9]{1,9}))?)?"
    r" ?([AaPp]\.?[Mm]\.?|Uhr)?(?: ?(Z|[+-][0-9]{2}:?(?:[0-9]{2})?))?)?"
)
_NUMERIC: Final = re.compile(r"\s*" + _DAY + _TIME + r"\s*")
_DAY_FIRST: Final = re.compile(r"\s*([0-9]{1,2})[. -]+([^\W\d_]+)[., -]+([0-9]{4}|[0-9]{2})" + _TIME + r"\s*")
_MONTH_FIRST: Final = re.compile(r"\s*([^\W\d_]+)\.? +([0-9]{1,2})(?:st|nd|rd|th)?,? +([0-9]{4})" + _TIME + r"\s*")
_WEEKDAY: Final = re.compile(r"\s*[^\W\d_]{2,10}[.,]+\s+(?=[0-9])")


def parse_date(cell: Cell, column: ColumnFormat) -> date:
    """Return the day in a cell, a time of day left away.  Raises CellError."""
    if type(cell) is str:
        return _parts(cell, column)[0]
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    raise _not_a_date(cell)


def parse_datetime(cell: Cell, column: ColumnFormat, tz: tzinfo) -> datetime:
    """Return the moment in a cell, aware, in `tz`; a time without offset is meant there, a day is 0:00.

    Raises CellError.
    """
    if type(cell) is str:
        day, found = _parts(cell, column)
        return _moment(cell, day, found, tz)
    if isinstance(cell, datetime):
        return cell.astimezone(tz) if cell.tzinfo else cell.replace(tzinfo=tz)
    if isinstance(cell, date):
        return datetime.combine(cell, time(), tz)
    raise _not_a_date(cell)


def _parts(cell: str, column: ColumnFormat) -> tuple[date, re.Match[str]]:
    found = _NUMERIC.fullmatch(cell)
    try:
        if found:
            return _numeric_day(found, column), found
        return _named_day(cell, column)
    except (ValueError, KeyError) as error:
        raise _not_a_date(cell) from error


def _numeric_day(found: re.Match[str], column: ColumnFormat) -> date:
    """A four-digit year in front needs no answer; dots are never month first unless the column says so."""
    first, mark, second, third = found.group(1, 2, 3, 4)
    if len(first) == 4 and len(third) <= 2:
        return date(int(first), int(second), int(third))
    order = column.date_order
    if len(first) > 2:
        raise ValueError(first)
    if order == "dmy" or (order is None and mark == "."):
        return date(_year(third, column.pivot), int(second), int(first))
    if order == "mdy":
        return date(_year(third, column.pivot), int(first), int(second))
    if order == "ymd" and len(third) <= 2 and len(first) == 2:
        return date(_year(first, column.pivot), int(second), int(third))
    raise ValueError(order)


def _named_day(cell: str, column: ColumnFormat) -> tuple[date, re.Match[str]]:
    """The month is a word, so the order needs no answer; a weekday in front says nothing new."""
    weekday = _WEEKDAY.match(cell)
    if weekday:
        return _parts(cell[weekday.end() :], column)
    if found := _DAY_FIRST.fullmatch(cell):
        day, month, year = found.group(1, 2, 3)
    elif found := _MONTH_FIRST.fullmatch(cell):
        month, day, year = found.group(1, 2, 3)
    else:
        raise ValueError(cell)
    return date(_year(year, column.pivot), _MONTHS[month.lower()], int(day)), found


def _year(text: str, pivot: int) -> int:
    if len(text) == 2:
        return int(text) + (2000 if int(text) <= pivot else 1900)
    if len(text) != 4:
        raise ValueError(text)
    return int(text)


def _moment(cell: str, day: date, found: re.Match[str], tz: tzinfo) -> datetime:
    hour, minute, second, fraction, half, offset = found.groups()[-6:]
    if hour is None:
        return datetime.combine(day, time(), tz)
    try:
        zone = tz if offset is None else _offset(offset)
        clock = time(_hours(int(hour), half), int(minute), int(second or 0), _microseconds(fraction))
        moment = datetime.combine(day, clock, zone)
        return moment if offset is None else moment.astimezone(tz)
    except (ValueError, OverflowError) as error:
        raise _not_a_date(cell) from error


def _microseconds(fraction: str | None) -> int:
    return int(fraction[:6].ljust(6, "0")) if fraction else 0


def _hours(hour: int, half: str | None) -> int:
    """2:30 PM is 14:30, 12:30 AM is 0:30."""
    if half is None or half == "Uhr":
        return hour
    if not 1 <= hour <= 12:
        raise ValueError(hour)
    return hour % 12 + (12 if half[0] in "Pp" else 0)


def _offset(text: str) -> tzinfo:
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "").ljust(4, "0")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-away if text[0] == "-" else away)


def _not_a_date(cell: Cell) -> CellError:
    return CellError(_("“%(value)s” is not a date.") % {"value": shown(cell)})
