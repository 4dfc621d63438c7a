"""The range: 400 articles and services, their prices over the years, and who is drawn to what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache

from kundenwert.demo.company.data.basket_rules import POPULAR, TOGETHER
from kundenwert.demo.company.data.products_fixing import FIXING
from kundenwert.demo.company.data.products_supply import SUPPLY
from kundenwert.demo.company.data.products_tools import TOOLS
from kundenwert.demo.company.data.trades import Trade
from kundenwert.demo.company.rows import DemoProduct
from kundenwert.demo.company.weighted import Weighted

_PACKED = re.compile(r", \d+ (St\.|Paar)$")
_CENT = Decimal("0.01")
_STEPS = (Decimal("0.885"), Decimal("0.925"), Decimal("0.962"), Decimal(1))
"""List prices three, two, one price rounds ago and now; they rise on 1 April."""


@dataclass(frozen=True, slots=True)
class Article:
    """A product with what the generator needs to know besides."""

    row: DemoProduct
    tags: tuple[str, ...]
    popularity: float
    prices: tuple[Decimal, ...]
    costs: tuple[Decimal, ...]
    service: bool
    winter: bool


@cache
def articles() -> tuple[Article, ...]:
    """All 400 articles, by number."""
    return tuple(_read(FIXING + TOOLS + SUPPLY))


@cache
def companions() -> dict[int, tuple[tuple[int, float], ...]]:
    """Per article index the articles bought with it and how probably."""
    place = {article.row.number: index for index, article in enumerate(articles())}
    found: dict[int, tuple[tuple[int, float], ...]] = {}
    for rule in _items(TOGETHER):
        first, _, second, percent = rule.split()
        found[place[first]] = (*found.get(place[first], ()), (place[second], int(percent) / 100))
    return found


@cache
def drawn_to(trade: Trade) -> Weighted[int]:
    """Article indexes as that trade buys them."""
    words = trade.taste.split()
    taste = dict(zip(words[::2], map(int, words[1::2]), strict=True))
    return Weighted(
        (article.popularity * max(taste.get(tag, 0) for tag in article.tags), index)
        for index, article in enumerate(articles())
    )


def price_round(year: int, month: int, latest_year: int) -> int:
    """Index into `prices` for a date: rounds change on 1 April, the newest is that of `latest_year`."""
    rounds_ago = latest_year - year + (1 if month < 4 else 0)
    return max(0, len(_STEPS) - 1 - rounds_ago)


def _items(text: str) -> list[str]:
    return [item.strip() for line in text.strip().splitlines() for item in line.split("|")]


def _read(text: str) -> Iterator[Article]:
    loved = {number: float(factor) for number, factor in (item.split() for item in _items(POPULAR))}
    group = family = ""
    place = 0
    for line in text.strip().splitlines():
        if line.startswith("== "):
            group = line[3:]
        elif re.match(r"\d{4} .*\|", line):
            family, place = line, 0
        elif line:
            variants = line.split("; ")
            yield from (_article(group, family, text, place + i, loved) for i, text in enumerate(variants, 1))
            place += len(variants)


def _article(group: str, family: str, variant: str, place: int, loved: dict[str, float]) -> Article:
    head, unit, margin, tags, popularity = family.split("|")
    code, _, pattern = head.partition(" ")
    size, _, price = variant.rpartition("=")
    number = f"{code}.{place:02d}"
    row = _row(number, _name(pattern, size), group, unit, Decimal(price), int(margin) + place % 3 - 1)
    weight = float(popularity) * loved.get(number, 1.0) / (1.0 + 0.12 * place)
    prices = tuple(_rounded(row.net_price * step) for step in _STEPS)
    costs = tuple(_rounded(row.cost * (step + (1 - step) / 4)) for step in _STEPS)
    return Article(row, tuple(tags.split()), weight, prices, costs, row.kind == "service", code == "8725")


def _name(pattern: str, size: str) -> str:
    """The name with its size; what is packed together stands last: "… 5,0 × 60 mm verzinkt, 200 St."."""
    if pattern.endswith("{}"):
        return pattern.format(size)
    measure, comma, pack = size.partition(", ")
    return pattern.format(measure) + comma + pack


def _unit(name: str, unit: str) -> str:
    """Several in one pack are sold by the pack, a single thing by the piece, whatever the family says."""
    if unit == "Stück" and _PACKED.search(name):
        return "Pack"
    return "Stück" if unit == "Pack" and ", " not in name else unit


def _row(number: str, name: str, group: str, unit: str, price: Decimal, margin: int) -> DemoProduct:
    service = group == "Dienstleistungen"
    return DemoProduct(
        number=number,
        name=name,
        kind="service" if service else "product",
        group=group,
        unit=_unit(name, unit),
        net_price=price.quantize(_CENT),
        tax_category="reduced" if group == "Fachbücher" else "standard",
        cost=(price * (100 - margin) / 100).quantize(_CENT, ROUND_HALF_UP),
        active=number not in {"3030.03", "6015.01", "7025.04"},
    )


def _rounded(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP).quantize(Decimal("0.0001"))
