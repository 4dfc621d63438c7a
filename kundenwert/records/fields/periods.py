"""Spans of days that move with the calendar, for filters that stay right tomorrow."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

Span = tuple[date, date]
DAY = timedelta(days=1)


def _months(first: date, count: int) -> Span:
    """Whole months from the one of `first` on."""
    month = first.year * 12 + first.month - 1
    last = month + count - 1
    year, at = divmod(last, 12)
    return date(month // 12, month % 12 + 1, 1), date(year, at + 1, monthrange(year, at + 1)[1])


def _week(today: date) -> Span:
    monday = today - today.weekday() * DAY
    return monday, monday + 6 * DAY


def _last_month(today: date) -> Span:
    return _months(today.replace(day=1) - DAY, 1)


def _quarter(today: date) -> Span:
    return _months(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), 3)


def _year(today: date, years: int = 0) -> Span:
    return date(today.year + years, 1, 1), date(today.year + years, 12, 31)


PERIODS: dict[str, tuple[Any, Callable[[date], Span]]] = {
    "today": (_("today"), lambda today: (today, today)),
    "this_week": (_("this week"), _week),
    "this_month": (_("this month"), lambda today: _months(today, 1)),
    "last_month": (_("last month"), _last_month),
    "this_quarter": (_("this quarter"), _quarter),
    "this_year": (_("this year"), _year),
    "last_year": (_("last year"), lambda today: _year(today, -1)),
}
"""Operator → its words, and first and last day as seen from today. Weeks begin on Monday (ISO 8601)."""
