"""On which days a customer orders: a regular rhythm in the season's own time, bent by the habit."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from math import log
from random import Random

from kundenwert.demo.company import seeds
from kundenwert.demo.company.core import Core
from kundenwert.demo.company.data.trades import BUILD, EVEN
from kundenwert.demo.company.habits import Habit
from kundenwert.demo.company.workdays import buying_curve
from kundenwert.demo.company.world import World


def order_days(world: World, core: Core, habit: Habit) -> list[int]:
    """Day offsets of the customer's orders, rising, at most one a day."""
    if habit.kind == "prospect":
        return []
    random = seeds.rng(world.seed, seeds.PLAN, core.index)
    curve = _curve(world, core.trade.season, sharp=habit.kind == "seasonal")
    days: set[int] = set()
    for begin, end, rate in _phases(random, world, habit):
        days.update(_walk(random, curve, begin, end, rate * world.pace))
    if habit.kind in ("growing", "fading"):
        days = {day for day in sorted(days) if random.random() < _keeps(habit, day)}
    if not days or habit.kind == "one-off":
        days = {_first(random, curve, habit)}
    return [day for day in sorted(days) if day < world.days]


def _phases(random: Random, world: World, habit: Habit) -> list[tuple[int, int, float]]:
    """Spans of buying: (begin, end, orders a year)."""
    if habit.kind == "one-off":
        return []
    if habit.kind != "project":
        rate = habit.rate * (0.8 if habit.kind == "seasonal" else 1.0)
        return [(habit.begin, habit.end, rate)]
    spans = []
    for _ in range(random.randint(1, 3)):
        begin = random.randint(habit.begin, max(habit.begin, habit.end - 25))
        spans.append((begin, min(habit.end, begin + random.randint(25, 80)), habit.rate * 2.6))
    return spans


def _walk(random: Random, curve: list[float], begin: int, end: int, rate: float) -> list[int]:
    """Days between `begin` and `end` with gaps of twice the regularity of pure chance (Erlang, shape 2)."""
    mean = 365.25 / rate / 2
    position = curve[begin - 1] if begin else 0.0
    position += mean * random.random() * 2
    found = []
    last = curve[end - 1]
    while position < last:
        found.append(bisect_left(curve, position))
        position -= mean * log((1.0 - random.random()) * (1.0 - random.random()))
    return found


def _keeps(habit: Habit, day: int) -> float:
    progress = (day - habit.begin) / max(1, habit.end - habit.begin)
    return 0.25 + 0.75 * progress if habit.kind == "growing" else max(0.03, 1.08 - 1.1 * progress)


def _first(random: Random, curve: list[float], habit: Habit) -> int:
    low = curve[habit.begin - 1] if habit.begin else 0.0
    span = curve[min(habit.end, habit.begin + (30 if habit.joined > 0 else len(curve))) - 1] - low
    return bisect_left(curve, low + random.random() * span) if span > 0 else len(curve)


@lru_cache(maxsize=64)
def _curve(world: World, season: str, *, sharp: bool) -> list[float]:
    if sharp:
        factors = (BUILD if season == EVEN else season).split()
        season = " ".join(factor if int(factor) >= 105 else "6" for factor in factors)
    return buying_curve(world.start, world.days, season)
