"""On which days a trade buys: weekdays, holidays, December, and the seasons of the trade."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from itertools import accumulate

_WEEKDAYS = (1.12, 1.10, 1.05, 1.05, 0.88, 0.13, 0.0)
"""Monday to Sunday: Saturday is for those who come to the counter, Sunday is closed."""


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Gauss, in the form of Lichtenberg)."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    golden = year % 19
    seed = (19 * golden + moon) % 30
    correction = (seed + golden // 11) // 29
    limit = 21 + seed - correction
    sunday = 7 - (year + year // 4 + sun) % 7
    return date(year, 3, 1) + timedelta(days=limit + 7 - (limit - sunday) % 7 - 1)


@lru_cache(maxsize=64)
def holidays(year: int) -> frozenset[date]:
    """Holidays of all German Länder (with Reformation Day, as in the north since 2018) and closed days."""
    sunday = easter(year)
    moving = {sunday + timedelta(days=days) for days in (-2, 1, 39, 50)}
    fixed = {(1, 1), (5, 1), (10, 3), (10, 31), (12, 24), (12, 25), (12, 26), (12, 31)}
    return frozenset(moving | {date(year, month, day) for month, day in fixed})


def is_open(day: date) -> bool:
    """Whether anyone works at the wholesaler on that day (Saturday counts: the counter is open)."""
    return day.weekday() != 6 and day not in holidays(day.year)


def is_office_day(day: date) -> bool:
    """Whether the office works: Monday to Friday, no holiday."""
    return day.weekday() < 5 and day not in holidays(day.year)


def last_office_day(before: date) -> date:
    """The last office day up to and including `before`."""
    while not is_office_day(before):
        before -= timedelta(days=1)
    return before


def office_day_near(day: date, latest: date) -> date:
    """The first office day from `day` on, or, if that is past `latest`, the last one before."""
    wanted = day
    while not is_office_day(wanted):
        wanted += timedelta(days=1)
    return wanted if wanted <= latest else last_office_day(min(day, latest))


def buying_curve(start: date, days: int, season: str) -> list[float]:
    """Running sum of buying weight from `start` for `days` days; one average day adds about 1.

    `season` holds twelve monthly factors in percent.
    """
    factors = [int(word) / 100 for word in season.split()]
    mean = sum(factors) / 12 * sum(_WEEKDAYS) / 7
    weights = (_day_weight(start + timedelta(days=offset), factors) / mean for offset in range(days))
    return list(accumulate(weights))


def _day_weight(day: date, factors: list[float]) -> float:
    if not is_open(day):
        return 0.0
    weight = factors[day.month - 1] * _WEEKDAYS[day.weekday()]
    if (day.month, day.day) >= (12, 20) or (day.month, day.day) <= (1, 5):
        weight *= 0.35
    return weight
