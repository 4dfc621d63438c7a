"""Which customers belong together: branches, households, referrals, partners."""

from __future__ import annotations

from collections.abc import Iterator

from kundenwert.demo.company import seeds
from kundenwert.demo.company.core import core
from kundenwert.demo.company.rows import DemoRelation
from kundenwert.demo.company.world import World, customer_number

_REFERRED, _PARTNERED = 0.02, 0.03


def make_relations(world: World) -> Iterator[DemoRelation]:
    """Relations of all customers to earlier ones, at most one each."""
    for index in range(1, world.count):
        found = _relation(world, index)
        if found:
            yield found


def _relation(world: World, index: int) -> DemoRelation | None:
    who = core(world, index)
    if who.branch_of is not None:
        return DemoRelation(who.number, customer_number(who.branch_of), "parent")
    if who.kin_of is not None:
        return DemoRelation(who.number, customer_number(who.kin_of), "household")
    draw = seeds.chance(world.seed, seeds.LINK, index)
    other = core(world, seeds.mix(world.seed, seeds.LINK_OF, index) % index)
    if draw < _REFERRED:
        return DemoRelation(who.number, other.number, "referral")
    if draw < _PARTNERED and not who.person and not other.person:
        return DemoRelation(who.number, other.number, "partner")
    return None
