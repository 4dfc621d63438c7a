"""When who dealt with a customer and about what; the words come later (`texts.py`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from kundenwert.demo.company import seeds
from kundenwert.demo.company.orders import Buyer
from kundenwert.demo.company.rows import DemoCustomer
from kundenwert.demo.company.workdays import is_office_day, last_office_day, office_day_near
from kundenwert.demo.company.world import BERLIN, World

_MOST = 26
"""No customer has more touchpoints than this from the plan (the desk may add a few)."""
_AFTER_ORDER = (
    "order",
    "order",
    "order",
    "delivery",
    "delivery",
    "payment",
    "complaint",
    "complaint",
    "quote",
)
_DELAYS = {"order": (0, 0), "delivery": (1, 4), "payment": (10, 40), "complaint": (2, 12), "quote": (-14, -3)}
_CARE = ("care", "care", "care", "visit", "visit", "support")


@dataclass(frozen=True, slots=True)
class Event:
    """A touchpoint to be: `place` is the order it is about (-1: none), `contact` who (None: to be chosen)."""

    at: datetime
    theme: str
    place: int = -1
    contact: int | None = None


def plan(world: World, who: Buyer, card: DemoCustomer, desk: list[Event]) -> list[Event]:
    """All touchpoints of a customer by time; `desk` are those of the last two weeks."""
    random = seeds.rng(world.seed, seeds.TOUCH, who.core.index)
    found = [
        *_about_orders(random, world, who),
        *_in_between(random, world, who),
        *_losing(random, world, who),
    ]
    found += _birthday_wishes(random, world, who, card)
    events = [event for event in found[:_MOST] + desk if event.at < world.now]
    return sorted(events, key=lambda event: event.at)


def moment(random: Random, day: date) -> datetime:
    """A minute in the office hours of that day, few of them at lunch."""
    minute = random.randint(450, 1019)
    if 720 <= minute < 765 and random.random() < 0.8:
        minute -= 150
    return datetime(day.year, day.month, day.day, minute // 60, minute % 60, random.randint(0, 59), tzinfo=BERLIN)


def _count(random: Random, mean: float) -> int:
    whole = int(mean)
    return whole + (random.random() < mean - whole)


def _on(random: Random, world: World, who: Buyer, offset: int) -> datetime:
    """A moment on the office day near a day offset, not before the customer was known."""
    earliest = max(0, who.habit.joined)
    day = world.day(max(offset, earliest))
    return moment(random, office_day_near(day, world.today) if offset < world.days else day)


def _about_orders(random: Random, world: World, who: Buyer) -> Iterator[Event]:
    if not who.days:
        return
    wanted = _count(random, 0.55 + 0.105 * min(len(who.days), 90))
    for _ in range(wanted):
        place = int(random.random() ** 0.62 * len(who.days))
        theme = random.choice(_AFTER_ORDER)
        low, high = _DELAYS[theme]
        offset = who.days[place] + random.randint(low, high)
        if offset < world.days and offset >= who.habit.joined:
            yield Event(_order_moment(random, world, who, theme, offset), theme, place)


def _order_moment(random: Random, world: World, who: Buyer, theme: str, offset: int) -> datetime:
    if theme != "order":
        return _on(random, world, who, offset)
    day = world.day(offset)
    if is_office_day(day) or offset <= max(0, who.habit.joined):
        return moment(random, day)
    return moment(random, last_office_day(day))


def _in_between(random: Random, world: World, who: Buyer) -> Iterator[Event]:
    """Care, campaigns, evaluation, new business: not about one order."""
    begin = max(0, who.habit.joined)
    themes: tuple[str, ...]
    if who.habit.kind == "prospect":
        mean, themes = 2.6, ("consumer" if who.core.person else "acquisition",)
    elif who.core.trade.key == "privat":
        mean, themes = 0.9, ("consumer", "consumer", "consumer", "marketing")
    elif who.habit.key_account:
        mean, themes = 8.5, (*_CARE, "management", "management", "quote", "analysis")
    elif who.core.person:
        mean, themes = 1.6, ("care", "care", "care", "consumer", "support", "marketing")
    else:
        mean, themes = 1.0 + min(1.8, who.habit.rate / 14), (*_CARE, "marketing", "marketing", "analysis")
    for _ in range(_count(random, mean * random.uniform(0.3, 1.7))):
        offset = begin + int(random.random() ** 0.75 * (_until(world, who) - begin))
        theme = random.choice(themes)
        yield Event(_on(random, world, who, offset), theme)


def _until(world: World, who: Buyer) -> int:
    if who.habit.kind in ("lost", "one-off") and who.days:
        return min(world.days, who.days[-1] + 150)
    return world.days


def _losing(random: Random, world: World, who: Buyer) -> Iterator[Event]:
    """Attempts to win back who stays away."""
    if who.habit.kind not in ("lost", "fading") or not who.days or who.core.trade.key == "privat":
        return
    last = who.days[-1]
    for attempt in range(random.randint(0, 3)):
        offset = last + 45 + attempt * 40 + random.randint(0, 90)
        if offset < world.days:
            yield Event(_on(random, world, who, offset), "winback")


def _birthday_wishes(random: Random, world: World, who: Buyer, card: DemoCustomer) -> Iterator[Event]:
    people = enumerate(contact.birthday for contact in card.contacts)
    known = [(None, card.birthday)] if card.kind == "person" else list(people)
    for contact, born in known:
        if born is None or random.random() < 0.75:
            continue
        year = world.today.year - random.randint(0, 2)
        wished = date(year, born.month, min(born.day, 28))
        offset = (wished - world.start).days
        if max(0, who.habit.joined) <= offset < world.days:
            yield Event(moment(random, office_day_near(wished, wished + timedelta(days=4))), "birthday", -1, contact)
