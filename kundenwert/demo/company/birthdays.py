"""Birthdays: a few are always in the coming days, however small the demo."""

from __future__ import annotations

from datetime import date, timedelta

from kundenwert.demo.company.world import World

SOON_AT = {3: 0, 9: 1, 15: 1, 24: 2, 33: 3, 39: 4, 48: 5, 57: 6}
"""Customers whose person, or first contact, has a birthday so many days after today."""


def birthday(world: World, index: int, born: date, known: date | None) -> date | None:
    """The birthday on the card: `known` (None when nobody asked), or for a few customers one that is near."""
    if index not in SOON_AT:
        return known
    soon = world.today + timedelta(days=SOON_AT[index])
    day = 28 if (soon.month, soon.day) == (2, 29) else soon.day
    return date(born.year, soon.month, day)
