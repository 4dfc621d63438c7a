"""Orders: streamed customer by customer, numbered by date over all customers without holding them.

Numbering counts the orders of each day first (a pass over dates only) and then hands each day's numbers out
in the order of the customers: a counting sort whose memory is one number per day.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from random import Random

from kundenwert.demo.company import seeds
from kundenwert.demo.company.baskets import Piece, basket, favourites
from kundenwert.demo.company.core import Core, core
from kundenwert.demo.company.habits import Habit, habit
from kundenwert.demo.company.products import articles, price_round
from kundenwert.demo.company.rows import DemoOrder, DemoOrderLine
from kundenwert.demo.company.schedule import order_days
from kundenwert.demo.company.staff import inside_of, owner_of
from kundenwert.demo.company.world import World

_TAX = {
    ("DE", "standard"): Decimal("19.00"),
    ("DE", "reduced"): Decimal("7.00"),
    ("AT", "standard"): Decimal("20.00"),
    ("AT", "reduced"): Decimal("10.00"),
}
"""Rates of the country of destination for people; firms abroad buy free of tax (intra-Community, export)."""
_FREE_OF_TAX = Decimal("0.00")
_FREE_COST = Decimal("0.7")


@dataclass(frozen=True, slots=True)
class Buyer:
    """A customer with all that its orders depend on."""

    core: Core
    habit: Habit
    days: list[int]
    owner: str


def buyer(world: World, index: int) -> Buyer:
    """Customer `index` with habit and order days."""
    who = core(world, index)
    how = habit(world, who)
    owner = owner_of(index, who.town, person=who.person, key_account=how.key_account)
    return Buyer(who, how, order_days(world, who, how), owner)


def count_by_day(world: World) -> list[int]:
    """How many orders each day of the three years sees."""
    counts = [0] * world.days
    for index in range(world.count):
        for day in buyer(world, index).days:
            counts[day] += 1
    return counts


@dataclass(frozen=True, slots=True)
class Numbering:
    """Per day the next running number of its year; `take` uses it up, so every pass needs a fresh one."""

    years: list[int]
    counters: list[int]
    width: int

    def take(self, day: int) -> str:
        """The next order number of that day, such as "A-2024-000123"."""
        self.counters[day] += 1
        return f"A-{self.years[day]}-{self.counters[day]:0{self.width}d}"


def numbering(world: World, counts: list[int]) -> Numbering:
    """Numbers rising with the date, beginning anew each year; the first year began before the three years."""
    years = [world.day(offset).year for offset in range(world.days)]
    before = (world.start - date(world.start.year, 1, 1)).days
    running = sum(counts) * before // world.days
    starts = []
    for offset, year in enumerate(years):
        if offset and year != years[offset - 1]:
            running = 0
        starts.append(running)
        running += counts[offset]
    highest = max(start + count for start, count in zip(starts, counts, strict=True))
    return Numbering(years, starts, max(6, len(str(highest))))


def orders_of(world: World, who: Buyer, numbers: Numbering) -> Iterator[DemoOrder]:
    """All orders of one customer, oldest first."""
    liked = favourites(world, who.core)
    for place, day in enumerate(who.days):
        yield make_order(world, who, liked, place, numbers.take(day))


def make_order(world: World, who: Buyer, liked: list[int], place: int, number: str) -> DemoOrder:
    """Order `place` of a customer under the given number."""
    random = seeds.rng(world.seed, seeds.DETAIL, who.core.index, place)
    day = world.day(who.days[place])
    months = [world.day(offset).month for offset in who.days[max(0, place - 1) : place + 1]]
    pieces = basket(world, who.core, who.habit, liked, place, months)
    level = price_round(day.year, day.month, _latest_round(world))
    shop = random.random() < (0.35 if who.core.person else 0.2)
    return DemoOrder(
        number=number,
        external_id=f"WS-{number[2:]}" if shop else "",
        customer=who.core.number,
        date=day,
        status=_status(random, world.days - 1 - who.days[place]),
        currency="EUR",
        owner=inside_of(who.core.index) if shop or random.random() < 0.6 else who.owner,
        lines=tuple(_line(who, piece, position, level) for position, piece in enumerate(pieces, 1)),
    )


def _latest_round(world: World) -> int:
    return world.today.year if world.today.month >= 4 else world.today.year - 1


def _status(random: Random, age: int) -> str:
    draw = random.random()
    if draw < 0.012:
        return "cancelled"
    return "open" if draw < 0.012 + max(0.0, 0.95 - age * 0.085) else "completed"


def _line(who: Buyer, piece: Piece, position: int, level: int) -> DemoOrderLine:
    if piece.article is None:
        return _free_line(who, piece, position)
    article = articles()[piece.article]
    row = article.row
    percent = 0 if article.service else who.habit.discount + (5 if piece.promotion else 0)
    return DemoOrderLine(
        position,
        row.number,
        row.name,
        _quantity(piece.quantity),
        row.unit,
        article.prices[level],
        _percent(percent),
        tax_rate(who.core, row.tax_category),
        article.costs[level],
    )


def _free_line(who: Buyer, piece: Piece, position: int) -> DemoOrderLine:
    text, unit, price = piece.free
    amount = Decimal(price).quantize(Decimal("0.0001"))
    cost = (amount * _FREE_COST).quantize(Decimal("0.0001"))
    tax = tax_rate(who.core, "standard")
    return DemoOrderLine(position, None, text, _quantity(piece.quantity), unit, amount, _percent(0), tax, cost)


def tax_rate(core: Core, category: str) -> Decimal:
    """Tax in percent for a customer and a tax category (standard, reduced)."""
    if core.town.country == "AT" and not core.person:
        return _FREE_OF_TAX
    return _TAX.get((core.town.country, category), _FREE_OF_TAX)


@cache
def _quantity(thousandths: int) -> Decimal:
    return Decimal(thousandths).scaleb(-3)


@cache
def _percent(whole: int) -> Decimal:
    return Decimal(whole).quantize(Decimal("0.01"))
