"""The bare bones of a customer: all that others need to know about it before its card is written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from kundenwert.demo.company import seeds
from kundenwert.demo.company.data.firms import LANDMARKS
from kundenwert.demo.company.data.trades import COMPANIES, PERSONS, Trade
from kundenwert.demo.company.places import Town, pick_town, town_named
from kundenwert.demo.company.weighted import Weighted
from kundenwert.demo.company.world import World, customer_number

_COMPANY_TRADES = Weighted((trade.share, trade) for trade in COMPANIES)
_PERSON_TRADES = Weighted((trade.share, trade) for trade in PERSONS)
_BY_KEY = {trade.key: trade for trade in COMPANIES}

LANDMARK_AT = dict(zip((6, 22, 41), LANDMARKS, strict=True))
"""Where the firms stand that are always there."""
_PLAIN_BEFORE = 60
"""The first customers are never copies, so that small demos hold what they must."""


@dataclass(frozen=True, slots=True)
class Core:
    """Kind, trade, place. `twin_of`, `kin_of`, `branch_of` are indexes of earlier customers."""

    index: int
    number: str
    person: bool
    trade: Trade
    town: Town
    twin_of: int | None = None
    kin_of: int | None = None
    branch_of: int | None = None


@lru_cache(maxsize=64)
def core(world: World, index: int) -> Core:
    """The core of customer `index`, links to earlier ones included."""
    found = plain_core(world.seed, index)
    if index < _PLAIN_BEFORE or index in LANDMARK_AT:
        return found
    if seeds.chance(world.seed, seeds.TWIN, index) < 0.0055:
        return _twin(world, found)
    if found.person:
        return _kin(world, found)
    return _branch(world, found)


def plain_core(seed: int, index: int) -> Core:
    """The core without links."""
    number = customer_number(index)
    if index in LANDMARK_AT:
        _, trade, town = LANDMARK_AT[index]
        return Core(index, number, False, _BY_KEY[trade], town_named(town))
    random = seeds.rng(seed, seeds.CORE, index)
    person = random.random() < 0.3
    trade_of = (_PERSON_TRADES if person else _COMPANY_TRADES).pick(random)
    return Core(index, number, person, trade_of, pick_town(random))


def _is_plain(world: World, index: int) -> bool:
    """Whether a customer may be copied: no copy itself, no landmark."""
    if index in LANDMARK_AT:
        return False
    return index < _PLAIN_BEFORE or seeds.chance(world.seed, seeds.TWIN, index) >= 0.0055


def _twin(world: World, found: Core) -> Core:
    source = seeds.mix(world.seed, seeds.TWIN_OF, found.index) % found.index
    if not _is_plain(world, source):
        return found
    original = core(world, source)
    if original.kin_of is not None or original.branch_of is not None:
        return found
    return replace(original, index=found.index, number=found.number, twin_of=source)


def _kin(world: World, found: Core) -> Core:
    source = found.index - 1
    if seeds.chance(world.seed, seeds.HOUSEHOLD, found.index) > 0.06 or not _is_plain(world, source):
        return found
    other = plain_core(world.seed, source)
    if not other.person or seeds.chance(world.seed, seeds.HOUSEHOLD, source) <= 0.06:
        return found
    return replace(found, town=other.town, kin_of=source)


def _branch(world: World, found: Core) -> Core:
    if found.trade.public or seeds.chance(world.seed, seeds.BRANCH, found.index) > 0.012:
        return found
    source = seeds.mix(world.seed, seeds.BRANCH_OF, found.index) % found.index
    head = plain_core(world.seed, source)
    usable = _is_plain(world, source) and seeds.chance(world.seed, seeds.BRANCH, source) > 0.012
    if head.person or head.trade.public or not usable or head.town.country != found.town.country:
        return found
    return replace(found, trade=head.trade, branch_of=source)
