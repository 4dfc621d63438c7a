"""The eight people of the firm, and whose customer is whose."""

from __future__ import annotations

from kundenwert.demo.company.data.roles import STAFF
from kundenwert.demo.company.places import Town
from kundenwert.demo.company.rows import DemoEmployee
from kundenwert.demo.company.slugs import slug

FIRM_DOMAIN = "ankerloh.example"
SALUTATIONS = {"m": "mr", "w": "ms"}


def _employee(line: str) -> DemoEmployee:
    sex, first, last, position, role, team = line.split("|")
    key = slug(last)
    mail = f"{slug(first)}.{key}@{FIRM_DOMAIN}"
    return DemoEmployee(key, SALUTATIONS[sex], first, last, mail, position, role, team)


EMPLOYEES = tuple(_employee(line) for line in STAFF.splitlines())
FIELD_NORTH, FIELD_SOUTH, INSIDE_ONE, INSIDE_TWO, SERVICE, MARKETING, MANAGEMENT, ANALYST = (
    employee.key for employee in EMPLOYEES
)
FIRST_NAMES = {employee.key: employee.first_name for employee in EMPLOYEES}

_NORTH = ("0", "1", "2", "30", "31", "32", "33", "37", "38", "39", "48", "49")
"""Postal areas of the northern round; Austria, Switzerland and the rest belong to the southern one."""


def inside_of(index: int) -> str:
    """The desk that takes the customer's orders."""
    return INSIDE_ONE if index % 2 else INSIDE_TWO


def field_of(town: Town) -> str:
    """Who visits the town."""
    north = town.country == "DE" and town.postal_codes[0].startswith(_NORTH)
    return FIELD_NORTH if north else FIELD_SOUTH


def owner_of(index: int, town: Town, *, person: bool, key_account: bool) -> str:
    """Who looks after a customer: management the key accounts, inside sales people, field sales firms."""
    if key_account:
        return MANAGEMENT
    return inside_of(index) if person else field_of(town)
