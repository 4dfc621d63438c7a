"""The few customers that were entered twice, as in every real file: a typo, another spelling, a move."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from kundenwert.demo.company import seeds
from kundenwert.demo.company.cards import make_card
from kundenwert.demo.company.core import Core, core
from kundenwert.demo.company.places import pick_street
from kundenwert.demo.company.rows import DemoCustomer
from kundenwert.demo.company.world import World

_SPELLINGS = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("ı", "i"), (" & ", " und "), ("ş", "s"))


def twin_card(world: World, who: Core, original: int) -> DemoCustomer:
    """The card of customer `who`, which is customer `original` entered again with a difference."""
    random = seeds.rng(world.seed, seeds.TWIN_HOW, who.index)
    card = make_card(world, core(world, original))
    card = replace(card, number=who.number, external_id="", note="", tags=(), contacts=card.contacts[:1])
    if card.birthday is not None and random.random() < 0.6:
        card = replace(card, birthday=None)
    how = random.random()
    if how < 0.35:
        return _retyped(random, card)
    if how < 0.75:
        written = _respelled(card)
        differs = (written.name, written.street) != (card.name, card.street)
        return written if differs else _retyped(random, card)
    return replace(card, street=pick_street(random, who.town, business=not who.person), email="")


def _retyped(random: Random, card: DemoCustomer) -> DemoCustomer:
    """Two neighbouring letters of the longest word of the name swapped, or one left out."""
    word = max(card.name.split(), key=len)
    wrong = _slip(random, word)
    return replace(
        card,
        name=card.name.replace(word, wrong, 1),
        first_name=card.first_name.replace(word, wrong),
        last_name=card.last_name.replace(word, wrong),
        phone="",
    )


def _slip(random: Random, word: str) -> str:
    if len(word) < 4:
        return word + word[-1]
    place = random.randint(1, len(word) - 3)
    if random.random() < 0.5 and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    return word[:place] + word[place + 1 :]


def _respelled(card: DemoCustomer) -> DemoCustomer:
    """Umlauts written out, "Straße" shortened, the legal form left off."""
    return replace(
        card,
        name=_spelled(card.name).removesuffix(" GmbH"),
        first_name=_spelled(card.first_name),
        last_name=_spelled(card.last_name),
        street=card.street.replace("straße ", "str. ").replace("strasse ", "str. "),
        website="",
    )


def _spelled(text: str) -> str:
    for letter, written in _SPELLINGS:
        text = text.replace(letter, written)
    return text
