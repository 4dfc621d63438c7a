"""How a customer buys: its hidden type, how often, how much, since when and until when."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from random import Random

from kundenwert.demo.company import seeds
from kundenwert.demo.company.core import Core
from kundenwert.demo.company.weighted import Weighted, weighted_words
from kundenwert.demo.company.world import World

_COMPANY_OLD = weighted_words("30 loyal\n11 growing\n13 fading\n11 seasonal\n17 lost\n6 one-off\n6 project\n4 prospect")
_COMPANY_YOUNG = weighted_words(
    "24 loyal\n10 growing\n8 fading\n9 seasonal\n12 lost\n13 one-off\n8 project\n15 prospect"
)
_COMPANY_NEW = weighted_words("62 new\n11 one-off\n4 project\n23 prospect")
_PERSON_OLD = weighted_words("22 loyal\n4 growing\n9 fading\n13 seasonal\n22 lost\n28 one-off\n2 project")
_PERSON_YOUNG = weighted_words("13 loyal\n4 growing\n5 fading\n11 seasonal\n13 lost\n46 one-off\n3 project\n5 prospect")
_PERSON_NEW = weighted_words("42 new\n46 one-off\n12 prospect")

_VETERANS = 0.6
"""Share of customers older than the three years; the others joined evenly since, in order of their number."""
_VETERAN_YEARS = 13
_NEW_DAYS = 300


@dataclass(frozen=True, slots=True)
class Habit:
    """`kind` is the hidden type; `rate` orders a year; `size` scales quantities; `discount` percent.

    `joined` is the day the customer was created (negative: before the three years); it buys from `begin` to
    before `end`.
    """

    kind: str
    rate: float
    size: float
    discount: int
    joined: int
    begin: int
    end: int

    @property
    def key_account(self) -> bool:
        """Whether management looks after this customer itself."""
        return self.rate * self.size > 95 and self.kind in ("loyal", "growing", "fading")


def habit(world: World, core: Core) -> Habit:
    """The habit of a customer."""
    random = seeds.rng(world.seed, seeds.HABIT, core.index)
    joined = _joined(world, core.index)
    kind = _kind(random, core, joined, world.days)
    begin = max(0, joined + random.randint(0, 12)) if joined > 0 else 0
    if kind == "lost" and world.days - begin < 400:
        kind = "one-off"
    end = random.randint(begin + 80, world.days - 160) if kind == "lost" else world.days
    rate, size = _strength(random, core)
    return Habit(kind, rate, size, _discount(random, core, rate * size), joined, min(begin, world.days - 2), end)


def _joined(world: World, index: int) -> int:
    share = (index + 0.5) / world.count
    if share < _VETERANS:
        return -1 - int((1 - share / _VETERANS) ** 1.3 * 365 * _VETERAN_YEARS)
    return int((share - _VETERANS) / (1 - _VETERANS) * (world.days - 3))


def _kind(random: Random, core: Core, joined: int, days: int) -> str:
    types: tuple[Weighted[str], ...] = (_COMPANY_OLD, _COMPANY_YOUNG, _COMPANY_NEW)
    if core.person:
        types = (_PERSON_OLD, _PERSON_YOUNG, _PERSON_NEW)
    age = 0 if joined < 0 else 1 if joined < days - _NEW_DAYS else 2
    return types[age].pick(random)


def _strength(random: Random, core: Core) -> tuple[float, float]:
    z = random.gauss(0.0, 1.0)
    own = random.gauss(0.0, 1.0)
    rate = core.trade.rate * exp(0.72 * z - 0.26)
    size = core.trade.basket * exp(0.42 * z + 0.38 * own - 0.16)
    return min(rate, 110.0), min(size, 9.0)


def _discount(random: Random, core: Core, worth: float) -> int:
    if core.person:
        return 3 if random.random() < 0.1 else 0
    steps = ((6, 0), (12, 3), (20, 5), (35, 8), (60, 10), (110, 12))
    base = next((percent for limit, percent in steps if worth < limit), 15)
    return max(0, base + random.choice((-2, 0, 0, 0, 2))) if base else 0
