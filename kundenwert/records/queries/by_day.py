"""Counting records by day for key figures: this month, the same days a year ago, the last twelve weeks; one query."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, Q, QuerySet
from django.db.models.functions import TruncDate
from django.utils import timezone

WEEKS = 12


@dataclass(frozen=True)
class Days:
    """The days that a key figure looks at."""

    today: date

    @property
    def month(self) -> tuple[date, date]:
        """This month until today."""
        return self.today.replace(day=1), self.today

    @property
    def year_ago(self) -> tuple[date, date]:
        """The same days of last year; 29 February meets the 28th."""
        first, last = self.month
        day = min(last.day, 28) if last.month == 2 else last.day
        return first.replace(year=first.year - 1), last.replace(year=last.year - 1, day=day)

    @property
    def weeks(self) -> tuple[date, date]:
        """The last twelve weeks, this one and its coming days included."""
        monday = self.today - timedelta(days=self.today.weekday())
        return monday - timedelta(weeks=WEEKS - 1), monday + timedelta(days=6)


@dataclass(frozen=True)
class Figure:
    """A key figure: this month, the same days a year ago, and one number for each of the last twelve weeks."""

    now: Decimal
    before: Decimal
    points: Sequence[float]

    @property
    def change(self) -> Decimal | None:
        """By how many percent it is more than a year ago; None where nothing was then."""
        return (self.now - self.before) / abs(self.before) * 100 if self.before else None


def by_day(records: QuerySet[Any], moment: str, days: Days, **sums: Aggregate) -> list[dict[str, Any]]:
    """One row a day with `day` and the sums, only for the days looked at. `moment` is a date and time column."""
    first = min(days.month[0], days.weeks[0])
    looked_at = _between(moment, first, days.today) | _between(moment, *days.year_ago)
    return list(records.filter(looked_at).order_by().values(day=TruncDate(moment)).annotate(**sums))


def figure(rows: Iterable[dict[str, Any]], days: Days, value: Callable[[dict[str, Any]], Any]) -> Figure:
    """A key figure of rows from `by_day`."""
    known = [(row["day"], Decimal(value(row) or 0)) for row in rows]
    start, _end = days.weeks
    points = [Decimal(0)] * WEEKS
    for day, amount in known:
        week = (day - start).days // 7
        if 0 <= week < WEEKS:
            points[week] += amount
    return Figure(_total(known, days.month), _total(known, days.year_ago), [float(point) for point in points])


def _total(known: Iterable[tuple[date, Decimal]], span: tuple[date, date]) -> Decimal:
    return sum((amount for day, amount in known if span[0] <= day <= span[1]), Decimal(0))


def _between(moment: str, first: date, last: date) -> Q:
    following = last + timedelta(days=1)
    return Q(**{f"{moment}__gte": _midnight(first), f"{moment}__lt": _midnight(following)})


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=timezone.get_current_timezone()).astimezone(UTC)
