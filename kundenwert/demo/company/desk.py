"""The last two weeks at the eight desks, so that every employee's day looks alive, however small the demo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from kundenwert.demo.company import seeds
from kundenwert.demo.company.orders import Buyer, buyer
from kundenwert.demo.company.plan import Event, moment
from kundenwert.demo.company.rows import DemoEmployee
from kundenwert.demo.company.staff import EMPLOYEES, inside_of
from kundenwert.demo.company.workdays import is_office_day
from kundenwert.demo.company.world import World

_DAYS = 14
_TRIES = 60
_RECENT = 45
_BUSY = {"field": (2, 4), "inside": (3, 6), "service": (2, 5), "office": (1, 2)}
_THEMES = {
    "inside": ("order", "order", "order", "delivery", "payment"),
    "service": ("complaint", "support", "support"),
    "marketing": ("marketing",),
    "management": ("management",),
    "analyst": ("analysis",),
}
_FIELD = ("visit", "visit", "care", "care", "quote")


def desk_events(world: World) -> dict[int, list[Event]]:
    """Events of the last fourteen days by customer index; some hundred in all, whatever the size."""
    found: dict[int, list[Event]] = {}
    for place, employee in enumerate(EMPLOYEES):
        random = seeds.rng(world.seed, seeds.DESK, place)
        for day in _office_days(world):
            low, high = _BUSY[employee.team]
            for _ in range(random.randint(low, high) if world.count >= 500 else max(1, low - 1)):
                who = _customer(random, world, employee)
                if who is not None:
                    event = _event(random, world, employee, who, day)
                    found.setdefault(who.core.index, []).append(event)
    return found


def _office_days(world: World) -> Iterator[date]:
    for back in range(_DAYS, -1, -1):
        day = world.today - timedelta(days=back)
        if is_office_day(day):
            yield day


def _customer(random: Random, world: World, employee: DemoEmployee) -> Buyer | None:
    """Someone this employee would deal with; the best of some draws."""
    fallback = None
    for _ in range(_TRIES):
        who = buyer(world, random.randrange(world.count))
        if who.core.twin_of is not None or not _known(world, who) or not _fits(employee, who):
            continue
        if _is_recent(world, who) or employee.team == "field":
            return who
        fallback = fallback or who
    return fallback


def _known(world: World, who: Buyer) -> bool:
    """Whether the customer was there before the two weeks began."""
    return max(who.habit.joined, -1) < world.days - _DAYS - 10 and (bool(who.days) or not who.core.person)


def _fits(employee: DemoEmployee, who: Buyer) -> bool:
    if employee.team == "field":
        return who.owner == employee.key
    if employee.team == "inside":
        return bool(who.days) and inside_of(who.core.index) == employee.key
    if employee.role == "management":
        return bool(who.days) and not who.core.person
    return bool(who.days) and who.core.trade.key != "privat"


def _is_recent(world: World, who: Buyer) -> bool:
    return bool(who.days) and world.days - who.days[-1] < _RECENT


def _event(random: Random, world: World, employee: DemoEmployee, who: Buyer, day: date) -> Event:
    place = _last_order_before(world, who, day)
    recent = place >= 0 and (day - world.day(who.days[place])).days < _RECENT
    theme = _theme(random, employee, who, recent=recent)
    return Event(moment(random, day), theme, place if recent and theme in _LINKED else -1)


_LINKED = frozenset({"order", "delivery", "payment", "complaint"})


def _theme(random: Random, employee: DemoEmployee, who: Buyer, *, recent: bool) -> str:
    if employee.team == "field":
        if not who.days:
            return "acquisition"
        return random.choice(_FIELD) if recent or random.random() < 0.4 else "winback"
    if employee.team == "inside" and not recent:
        return "consumer"
    theme = random.choice(_THEMES["inside" if employee.team == "inside" else employee.role])
    return "support" if theme == "complaint" and not recent else theme


def _last_order_before(world: World, who: Buyer, day: date) -> int:
    """Place of the last order up to that day, -1 if there is none."""
    offset = (day - world.start).days
    return sum(1 for ordered in who.days if ordered <= offset) - 1
