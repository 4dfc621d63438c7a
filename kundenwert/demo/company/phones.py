"""Telephone numbers in E.164, in the ranges each country gives out. They are invented; some may exist."""

from __future__ import annotations

from random import Random

from kundenwert.demo.company.places import Town

_COUNTRY = {"DE": "+49", "AT": "+43", "CH": "+41"}
_MOBILE = {
    "DE": (
        "151",
        "152",
        "157",
        "159",
        "160",
        "170",
        "171",
        "172",
        "173",
        "174",
        "175",
        "176",
        "177",
        "178",
        "179",
    ),
    "AT": ("660", "664", "676", "680", "699"),
    "CH": ("76", "77", "78", "79"),
}
_LONG_MOBILE = frozenset({"151", "152", "157", "159", "176"})
"""German networks whose subscriber numbers have eight digits instead of seven."""


def digits(random: Random, count: int) -> str:
    """`count` digits, the first of them 2 to 9 as subscriber numbers begin."""
    return str(random.randint(2 * 10 ** (count - 1), 10**count - 1))


def mobile(random: Random, country: str) -> str:
    """A mobile number."""
    network = random.choice(_MOBILE[country])
    length = 8 if network in _LONG_MOBILE else 7
    return _COUNTRY[country] + network + digits(random, length)


def landline(random: Random, town: Town) -> str:
    """The number of a household in that town."""
    return _COUNTRY[town.country] + town.area + digits(random, _subscriber_length(town))


def switchboard(random: Random, town: Town) -> str:
    """The root of a firm's numbers: append "0" for the desk, two digits for a person's extension."""
    length = _subscriber_length(town)
    if town.country == "CH":
        return _COUNTRY["CH"] + town.area + digits(random, length - 2)
    return _COUNTRY[town.country] + town.area + digits(random, length - 1)


def desk_number(root: str) -> str:
    """The firm's main number."""
    return root + ("00" if root.startswith("+41") else "0")


def extension(random: Random, root: str) -> str:
    """A person's number at the firm."""
    return root + str(random.randint(11, 89))


def _subscriber_length(town: Town) -> int:
    if town.country == "CH":
        return 7
    if town.country == "AT":
        return 7 if town.area == "1" else 6
    return max(5, 10 - len(town.area))
