"""The frame of one generation: how many customers, which seed, which three years."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")
FIRST_NUMBER = 10_001


@dataclass(frozen=True, slots=True)
class World:
    """`start` to `today` are the three years; nothing happens after `now`; `pace` thins the orders."""

    seed: int
    count: int
    start: date
    today: date
    now: datetime
    pace: float

    @property
    def days(self) -> int:
        """Length of the three years in days, today included."""
        return (self.today - self.start).days + 1

    def day(self, offset: int) -> date:
        """The date `offset` days after the start (negative: before)."""
        return self.start + timedelta(days=offset)


def make_world(count: int, seed: int, today: date, now: datetime | None, pace: float) -> World:
    """Set the frame; without `now` the day `today` has not begun."""
    moment = now or datetime.combine(today, time(), BERLIN)
    anniversary = today.replace(year=today.year - 3, day=min(today.day, 28) if today.month == 2 else today.day)
    return World(seed, count, anniversary + timedelta(days=1), today, moment, pace)


def customer_number(index: int) -> str:
    """Customer numbers rise with the index: 10001, then 10002."""
    return str(FIRST_NUMBER + index)
