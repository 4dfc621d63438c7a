"""Names of people: full, on an envelope, in a greeting, and taken apart."""

from __future__ import annotations

from dataclasses import dataclass

from kundenwert.customers.naming.academic_titles import split_title, take_degrees, take_titles
from kundenwert.customers.naming.salutation import split_salutation
from kundenwert.foundation.text.fold import plain

# Words that begin a family name: in any case, and those that do so only in lower case.
_PARTICLES = frozenset(
    {
        "von", "vom", "van", "zu", "zum", "zur", "der", "den", "de", "del", "della", "freiherr",
        "freifrau", "freiin", "graf", "grafin", "baron", "baronin", "ritter", "edler", "edle", "prinz",
        "prinzessin", "furst", "furstin",
    }
)  # fmt: skip
_LOWER_PARTICLES = frozenset({"di", "da", "do", "dos", "du", "le", "la", "ter", "ten", "af", "av", "el", "al", "y"})

_ENVELOPE_WORDS: dict[str, dict[str, str]] = {
    "de": {"mr": "Herrn", "ms": "Frau"},
    "fr": {"mr": "Monsieur", "ms": "Madame"},
    "it": {"mr": "Signor", "ms": "Signora"},
    "en": {"mr": "Mr", "ms": "Ms"},
}


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a person's name; `salutation` is "mr", "ms", "neutral" or ""."""

    salutation: str = ""
    title: str = ""
    first_name: str = ""
    last_name: str = ""


def full_name(title: str, first: str, last: str) -> str:
    """`Dr. Max von Muster`; degrees such as MBA stand after the name."""
    before, after = split_title(title)
    return " ".join(f"{before} {first} {last} {after}".split())


def envelope_name(salutation: str, title: str, first: str, last: str, language: str, country: str = "DE") -> str:
    """A person's line of an address: `Frau Dr. Eva Muster`, `Herrn Max Muster`, `Robin Muster`.

    German has the accusative *Herrn* (DIN 5008, Duden: the address answers "to whom?"), Switzerland *Herr*.
    In English a title takes the place of Mr or Ms. `language` is that of the recipient.
    """
    name = full_name(title, first, last)
    words = _ENVELOPE_WORDS.get(language[:2], _ENVELOPE_WORDS["en"])
    word = words.get(salutation, "")
    if language[:2] == "de" and country in ("CH", "LI") and salutation == "mr":
        word = "Herr"
    if words is _ENVELOPE_WORDS["en"] and split_title(title)[0]:
        word = ""
    return f"{word} {name}".strip() if name else ""


def split_person(text: str) -> PersonName:
    """A name in one field, taken apart: `Frau Dr. Eva von Muster`, `Muster, Max`, `Muster, Max, M.A.`

    Particles (von, van der, Graf) go with the last name; one word alone is a last name. Nothing is lost.
    """
    salutation, rest = split_salutation(text)
    names: list[str] = []
    titles: list[str] = []
    for part in rest.split(","):
        inner, name = split_salutation(part) if names else ("", part)  # "Muster, Frau Eva"
        name, before, after = _without_titles(name)
        salutation = salutation or inner
        titles += [before, after]
        names += [name] if name else []
    first, last = _first_and_last(names)
    return PersonName(salutation, " ".join(filter(None, titles)), first, last)


def _without_titles(part: str) -> tuple[str, str, str]:
    before, name = take_titles(part)
    name, after = take_degrees(name)
    return name, before, after


def _first_and_last(names: list[str]) -> tuple[str, str]:
    if len(names) > 1:  # "Muster, Max"
        return " ".join(names[1:]), names[0]
    pieces = " ".join(names).split()
    start = next((i for i, piece in enumerate(pieces) if _is_particle(piece)), max(0, len(pieces) - 1))
    return " ".join(pieces[:start]), " ".join(pieces[start:])


def _is_particle(piece: str) -> bool:
    return plain(piece) in _PARTICLES or piece in _LOWER_PARTICLES
