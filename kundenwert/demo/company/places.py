"""Towns with postal codes, area codes and regions that belong together, and addresses in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from kundenwert.demo.company.data import streets
from kundenwert.demo.company.data.towns_alps import AUSTRIA, SWITZERLAND
from kundenwert.demo.company.data.towns_east import TOWNS as EAST
from kundenwert.demo.company.data.towns_north import TOWNS as NORTH
from kundenwert.demo.company.data.towns_south import TOWNS as SOUTH
from kundenwert.demo.company.data.towns_west import TOWNS as WEST
from kundenwert.demo.company.weighted import Weighted, split_words


@dataclass(frozen=True, slots=True)
class Town:
    """A real town. `area` is the dialling code without the leading zero; `north`: the home market."""

    name: str
    postal_codes: tuple[str, ...]
    area: str
    region: str
    country: str
    language: str
    north: bool
    weight: int


def _read(text: str, country: str, *, north: bool = False) -> Iterator[Town]:
    region, language = "", "de"
    for line in text.strip().splitlines():
        if line.startswith("# "):
            region, _, spoken = line[2:].partition(",")
            language = spoken or "de"
            continue
        name, codes, area, weight = line.split("|")
        yield Town(name, tuple(codes.split(",")), area, region, country, language, north, int(weight))


GERMAN_TOWNS = (
    *_read(NORTH, "DE", north=True),
    *_read(EAST, "DE"),
    *_read(WEST, "DE"),
    *_read(SOUTH, "DE"),
)
AUSTRIAN_TOWNS = tuple(_read(AUSTRIA, "AT"))
SWISS_TOWNS = tuple(_read(SWITZERLAND, "CH"))
TOWNS = GERMAN_TOWNS + AUSTRIAN_TOWNS + SWISS_TOWNS

_HOME_MARKET = 1.8
"""A wholesaler from the north sells there nearly twice as densely as elsewhere."""

_IN_GERMANY = Weighted((t.weight * (_HOME_MARKET if t.north else 1.0), t) for t in GERMAN_TOWNS)
_IN_AUSTRIA = Weighted((t.weight, t) for t in AUSTRIAN_TOWNS)
_IN_SWITZERLAND = Weighted((t.weight, t) for t in SWISS_TOWNS)

_STREETS = {
    "DE": split_words(streets.GERMAN),
    "AT": split_words(streets.AUSTRIAN),
    "de": split_words(streets.SWISS_GERMAN),
    "fr": split_words(streets.SWISS_FRENCH),
    "it": split_words(streets.SWISS_ITALIAN),
}
_BUSINESS = split_words(streets.BUSINESS)


def pick_town(random: Random) -> Town:
    """A town of a customer: 86 % Germany, 8 % Austria, 6 % Switzerland."""
    where = random.random()
    if where < 0.86:
        return _IN_GERMANY.pick(random)
    return (_IN_AUSTRIA if where < 0.94 else _IN_SWITZERLAND).pick(random)


def town_named(name: str) -> Town:
    """The German town of that name; KeyError when the table has none."""
    for town in GERMAN_TOWNS:
        if town.name == name:
            return town
    raise KeyError(name)


def pick_street(random: Random, town: Town, *, business: bool) -> str:
    """Street and house number as that country writes them."""
    if town.country == "DE" and business and random.random() < 0.6:
        name = random.choice(_BUSINESS)
    else:
        name = random.choice(_STREETS[town.language if town.country == "CH" else town.country])
    number = 1 + int(random.random() ** 2 * (90 if business else 140))
    if town.language == "fr":
        return f"{name} {number}"
    letter = random.choice("abc") if random.random() < 0.08 else ""
    staircase = f"/{random.randint(1, 24)}" if town.name == "Wien" and not business else ""
    return f"{name} {number}{letter}{staircase}"
