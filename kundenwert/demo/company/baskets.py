"""What lies in one order: favourites, whims, what belongs together, quantities, returns, free text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from random import Random

from kundenwert.demo.company import seeds
from kundenwert.demo.company.core import Core
from kundenwert.demo.company.data.basket_rules import QUANTITIES
from kundenwert.demo.company.data.free_lines import FREE_LINES
from kundenwert.demo.company.habits import Habit
from kundenwert.demo.company.products import Article, articles, companions, drawn_to
from kundenwert.demo.company.world import World

_RETURNS = 0.095
"""Share of orders that carry a return of something bought the time before."""
_ONLY_RETURNED = 0.3
"""Share of those that bring nothing else."""
_FREE = 0.03
_WINTER_MONTHS = frozenset({10, 11, 12, 1, 2, 3})
_SIZES = (1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7)


@dataclass(frozen=True, slots=True)
class Piece:
    """One position: an article index or a free line (article is None), quantity in thousandths."""

    article: int | None
    quantity: int
    promotion: bool = False
    free: tuple[str, str, str] = ("", "", "")


def favourites(world: World, core: Core) -> list[int]:
    """The articles a customer comes back for, the dearest habit first."""
    random = seeds.rng(world.seed, seeds.BASKET, core.index)
    taste = drawn_to(core.trade)
    return [taste.pick(random) for _ in range(5 + int(random.random() * 16))]


def basket(world: World, core: Core, habit: Habit, liked: list[int], place: int, months: list[int]) -> list[Piece]:
    """The positions of order `place` (from 0); `months`: of the order before, if any, and of this."""
    random = seeds.rng(world.seed, seeds.BASKET, core.index, place + 1)
    pieces = _purchases(random, core, habit, liked, months[-1])
    if place and random.random() < _RETURNS:
        only_returned = random.random() < _ONLY_RETURNED
        back = _returned(world, core, habit, liked, place - 1, months[0])
        pieces = back if back and only_returned else pieces + back
    if random.random() < _FREE:
        pieces.append(Piece(None, 1000, free=random.choice(_free_lines())))
    return pieces


def _purchases(random: Random, core: Core, habit: Habit, liked: list[int], month: int) -> list[Piece]:
    wanted = random.choice(_SIZES)
    if core.person and wanted > 2:
        wanted -= 1
    chosen: dict[int, None] = {}
    while len(chosen) < wanted:
        first = _choice(random, core, liked, month)
        chosen[first] = None
        for other, probability in companions().get(first, ()):
            if random.random() < probability:
                chosen[other] = None
    return [_piece(random, index, habit.size) for index in chosen]


def _choice(random: Random, core: Core, liked: list[int], month: int) -> int:
    for _ in range(4):
        if random.random() < 0.62:
            index = liked[int(random.random() ** 1.6 * len(liked))]
        else:
            index = drawn_to(core.trade).pick(random)
        if month in _WINTER_MONTHS or not articles()[index].winter:
            break
    return index


def _piece(random: Random, index: int, size: float) -> Piece:
    article = articles()[index]
    usual, scale = _usual(index)
    quantity = random.choice(usual)
    if scale and size != 1.0:
        quantity = max(1000, int(quantity * size / 1000 + 0.5) * 1000)
        if quantity > 12_000:
            quantity = (quantity + 2_500) // 5_000 * 5_000
    return Piece(index, quantity, promotion=not article.service and random.random() < 0.04)


def _returned(world: World, core: Core, habit: Habit, liked: list[int], place: int, month: int) -> list[Piece]:
    """A position of order `place`, taken back in whole or in part; none if that was a return itself."""
    random = seeds.rng(world.seed, seeds.BASKET, core.index, place + 1)
    bought = _purchases(random, core, habit, liked, month)
    if place and random.random() < _RETURNS and random.random() < _ONLY_RETURNED:
        return []
    goods = [piece for piece in bought if not _article(piece).service] or bought
    piece = goods[place % len(goods)]
    whole = piece.quantity // 1000
    return [Piece(piece.article, -1000 * (whole if place % 3 else max(1, whole // 2)))]


def _article(piece: Piece) -> Article:
    return articles()[piece.article or 0]


@cache
def _usual(index: int) -> tuple[tuple[int, ...], bool]:
    """Usual quantities of an article in thousandths, and whether big customers take more of it at a time."""
    table = {key: rest for key, *rest in (line.split() for line in QUANTITIES.strip().splitlines())}
    row = articles()[index].row
    key = row.unit if row.unit in table else _price_class(float(row.net_price))
    return tuple(int(float(word) * 1000) for word in table[key]), row.unit != "Stunde" and row.net_price < 200


def _price_class(price: float) -> str:
    return next((f"below{limit}" for limit in (2, 5, 10, 25, 60, 120) if price < limit), "above")


@cache
def _free_lines() -> list[tuple[str, str, str]]:
    parts = (line.split("|") for line in FREE_LINES.strip().splitlines())
    return [(text, unit, price) for text, unit, price in parts]
