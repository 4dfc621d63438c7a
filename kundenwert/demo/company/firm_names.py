"""What firms are called: by trade, region, legal form and language."""

from __future__ import annotations

from random import Random

from kundenwert.demo.company.core import LANDMARK_AT, Core
from kundenwert.demo.company.data import firms
from kundenwert.demo.company.people import firm_surname
from kundenwert.demo.company.weighted import weighted_lines

_FORMS = {
    "DE": weighted_lines(firms.LEGAL_FORMS_DE, "|"),
    "AT": weighted_lines(firms.LEGAL_FORMS_AT, "|"),
    "CH": weighted_lines(firms.LEGAL_FORMS_CH, "|"),
}
_REGION_NORTH = firms.REGION_WORDS_NORTH.split()
_REGION = {
    "DE": firms.REGION_WORDS.split(),
    "AT": firms.REGION_WORDS_AT.split(),
    "CH": firms.REGION_WORDS_CH.split(),
}
_LANDMARK_NAMES = frozenset(name for name, _, _ in LANDMARK_AT.values())
_SOUTH = frozenset({"Bayern", "Baden-Württemberg"})
_SOUTHERN_WORDS = (("Bau- und Möbeltischlerei", "Schreinerei"), ("Tischlerei", "Schreinerei"))
_NORTHERN_WORDS = (("Schreinerei", "Tischlerei"), ("Spenglerei", "Klempnerei"))
_ABROAD = {
    "AT": (
        ("Bauhof Stadt ", "Wirtschaftshof Stadt "),
        ("Realschule", "Mittelschule"),
        ("Berufsbildende Schulen", "Berufsschule"),
        (" eG", " eGen"),
    ),
    "CH": (
        ("Bauhof Stadt ", "Werkhof Stadt "),
        ("Städtischer Bauhof", "Werkhof"),
        ("Baubetriebshof", "Tiefbauamt"),
        ("Kreisstraßenmeisterei", "Unterhaltsbezirk"),
        ("Realschule", "Sekundarschule"),
        ("Berufsbildende Schulen", "Berufsfachschule"),
        ("GbR", "Liegenschaften"),
        (" e.V.", ""),
        ("Agrargenossenschaft", "Landi"),
        (" eG", ""),
    ),
}


def firm_name(random: Random, core: Core) -> tuple[str, str]:
    """The name of a company customer and the surname in it ("" when it carries none)."""
    if core.index in LANDMARK_AT:
        name = LANDMARK_AT[core.index][0]
        return name, name.split()[1] if name.split()[1] in ("Huber", "Yıldız") else ""
    if core.town.language != "de":
        return _romance_name(random, core)
    pattern = random.choice(core.trade.patterns.split("|"))
    surname = firm_surname(random, core.town)
    name = pattern.format(
        s=surname,
        s2=firm_surname(random, core.town),
        t=core.town.name.split(" (")[0],
        r=random.choice(_REGION_NORTH if core.town.north else _REGION[core.town.country]),
        l=_FORMS[core.town.country].pick(random),
    )
    name = _regional(name, core).strip()
    if name in _LANDMARK_NAMES:
        name = f"{name} {core.town.name}"
    return name, surname if "{s}" in pattern else ""


def _regional(name: str, core: Core) -> str:
    country = core.town.country
    southern = country != "DE" or core.town.region in _SOUTH
    for old, new in (_SOUTHERN_WORDS if southern else _NORTHERN_WORDS) + _ABROAD.get(country, ()):
        name = name.replace(old, new)
    return name.replace("ß", "ss") if country == "CH" else name


def _romance_name(random: Random, core: Core) -> tuple[str, str]:
    surname = firm_surname(random, core.town)
    patterns = firms.FRENCH if core.town.language == "fr" else firms.ITALIAN
    by_trade = dict(line.split("|") for line in patterns.strip().splitlines())
    pattern = by_trade.get(core.trade.key, by_trade["*"])
    return pattern.format(s=surname, t=core.town.name), surname if "{s}" in pattern else ""
