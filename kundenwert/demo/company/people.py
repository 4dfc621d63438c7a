"""People: names that occur as often as in life, first names that fit the year of birth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kundenwert.demo.company.data import first_names, heritage_names, surnames
from kundenwert.demo.company.places import Town
from kundenwert.demo.company.weighted import Weighted, weighted_words

Origin = tuple[list[str], list[str], list[str]]
"""Surnames, men's and women's first names of one origin."""


def _origins(text: str) -> Iterator[tuple[float, Origin]]:
    for block in text.strip().removeprefix("= ").split("\n= "):
        head, *lines = block.splitlines()
        families, men, women = (
            [name for line in lines if line.startswith(kind) for name in line[2:].split()] for kind in "smw"
        )
        yield float(head.split(maxsplit=1)[0]), (families, men, women)


_GERMAN = weighted_words(surnames.GERMAN)
_BY_COUNTRY = {
    "AT": weighted_words(surnames.AUSTRIAN),
    "de": weighted_words(surnames.SWISS),
    "fr": weighted_words(surnames.SWISS_FRENCH),
    "it": weighted_words(surnames.SWISS_ITALIAN),
}
_ORIGINS = Weighted(_origins(heritage_names.ORIGINS))
_MALE = {decade: names.split() for decade, names in first_names.MALE.items()}
_FEMALE = {decade: names.split() for decade, names in first_names.FEMALE.items()}
_NEUTRAL = first_names.NEUTRAL.split()
_ROMANCE = {
    ("fr", "mr"): first_names.SWISS_FRENCH_MALE.split(),
    ("fr", "ms"): first_names.SWISS_FRENCH_FEMALE.split(),
    ("it", "mr"): first_names.SWISS_ITALIAN_MALE.split(),
    ("it", "ms"): first_names.SWISS_ITALIAN_FEMALE.split(),
}


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name with what depends on it."""

    salutation: str
    title: str
    first_name: str
    last_name: str
    born: date
    language: str

    @property
    def full_name(self) -> str:
        """First and last name."""
        return f"{self.first_name} {self.last_name}"


def native_surname(random: Random, town: Town) -> str:
    """A surname usual in that town."""
    if town.country == "DE":
        return _GERMAN.pick(random)
    return _BY_COUNTRY[town.language if town.country == "CH" else town.country].pick(random)


_ORIGIN_OF = {
    family: (men, women)
    for families, men, women in _ORIGINS.items
    for family in families
    if family not in _GERMAN.items
}


def make_person(
    random: Random, town: Town, today: date, *, women: float = 0.42, surname: str = "", youngest: int = 19
) -> Person:
    """A person of `youngest` to 75 years in `town`; `women` is their share, `surname` one that is given."""
    draw = random.random()
    salutation = "neutral" if draw < 0.012 else "ms" if draw < women else "mr"
    born = today - timedelta(days=int(365.25 * (youngest + random.betavariate(2.2, 2.6) * (75 - youngest))))
    if random.random() < 0.17 and town.language == "de" and not surname:
        first, last = _with_heritage(random, salutation, born)
    else:
        last = surname or native_surname(random, town)
        first = _first_name_with(random, last, town, salutation, born)
    title = _title(random)
    return Person(salutation, title, first, last, born, _language(random, town))


def firm_surname(random: Random, town: Town) -> str:
    """The surname a firm is named after."""
    if town.language == "de" and random.random() < 0.1:
        return random.choice(_ORIGINS.pick(random)[0])
    return native_surname(random, town)


def _first_name_with(random: Random, surname: str, town: Town, salutation: str, born: date) -> str:
    """A first name that goes with the surname's origin."""
    origin = _ORIGIN_OF.get(surname)
    if origin is None or salutation == "neutral" or (born.year > 1985 and random.random() < 0.25):
        return _first_name(random, town, salutation, born)
    men, women = origin
    return random.choice(women if salutation == "ms" else men)


def _first_name(random: Random, town: Town, salutation: str, born: date) -> str:
    if salutation == "neutral":
        return random.choice(_NEUTRAL)
    romance = _ROMANCE.get((town.language, salutation))
    if romance:
        return random.choice(romance)
    by_decade = _FEMALE if salutation == "ms" else _MALE
    names = by_decade[min(2000, max(1940, born.year // 10 * 10))]
    return names[int(random.random() ** 1.4 * len(names))]


def _with_heritage(random: Random, salutation: str, born: date) -> tuple[str, str]:
    families, men, women = _ORIGINS.pick(random)
    last = random.choice(families)
    if salutation == "neutral":
        return random.choice(_NEUTRAL), last
    if born.year > 1985 and random.random() < 0.2:
        by_decade = _FEMALE if salutation == "ms" else _MALE
        return random.choice(by_decade[min(2000, born.year // 10 * 10)]), last
    return random.choice(women if salutation == "ms" else men), last


def _title(random: Random) -> str:
    draw = random.random()
    return "" if draw > 0.024 else "Prof. Dr." if draw < 0.002 else "Dr."


def _language(random: Random, town: Town) -> str:
    if town.language != "de":
        return town.language
    return "en" if random.random() < 0.012 else "de"
