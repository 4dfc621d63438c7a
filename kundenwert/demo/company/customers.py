"""Customers as they stand today: the card, plus stage, owner and dates from what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kundenwert.demo.company import seeds
from kundenwert.demo.company.cards import make_card
from kundenwert.demo.company.orders import Buyer
from kundenwert.demo.company.rows import DemoCustomer
from kundenwert.demo.company.twins import twin_card
from kundenwert.demo.company.workdays import last_office_day
from kundenwert.demo.company.world import BERLIN, World


def card_of(world: World, who: Buyer) -> DemoCustomer:
    """The card before stage, owner and dates."""
    if who.core.twin_of is not None:
        return twin_card(world, who.core, who.core.twin_of)
    return make_card(world, who.core)


def make_customer(world: World, who: Buyer, last_touchpoint: datetime | None) -> DemoCustomer:
    """The whole customer; `last_touchpoint` is the time of the newest one."""
    return replace(
        card_of(world, who),
        stage=_stage(world, who),
        owner=who.owner,
        last_touchpoint_at=last_touchpoint,
        last_order_at=world.day(who.days[-1]) if who.days else None,
        created_at=created_at(world, who),
    )


def created_at(world: World, who: Buyer) -> datetime:
    """When the customer was entered: in office hours, not after the first order or touchpoint."""
    first = min([who.habit.joined, *who.days[:1]])
    day = last_office_day(world.day(first))
    bits = seeds.mix(world.seed, seeds.LINK, who.core.index)
    return datetime(day.year, day.month, day.day, 7, bits % 30, bits // 64 % 60, tzinfo=BERLIN)


def _stage(world: World, who: Buyer) -> str:
    if not who.days:
        return "prospect"
    gone = world.days - who.days[-1]
    if who.habit.kind == "lost" and gone > 400 and seeds.mix(world.seed, seeds.LINK_OF, who.core.index) % 10 < 6:
        return "former"
    return "customer"
