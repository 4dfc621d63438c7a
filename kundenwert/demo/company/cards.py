"""The card of a customer as it stands before anyone dealt with it: company or person."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from random import Random

from kundenwert.demo.company import phones, seeds
from kundenwert.demo.company.birthdays import birthday
from kundenwert.demo.company.contacts import make_contacts
from kundenwert.demo.company.core import LANDMARK_AT, Core, core
from kundenwert.demo.company.data import firms, roles
from kundenwert.demo.company.firm_names import firm_name
from kundenwert.demo.company.people import make_person
from kundenwert.demo.company.places import pick_street
from kundenwert.demo.company.rows import DemoCustomer
from kundenwert.demo.company.slugs import domain, slug
from kundenwert.demo.company.tax_numbers import vat_id
from kundenwert.demo.company.weighted import split_words
from kundenwert.demo.company.world import World

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)
_ADDITIONS = split_words(firms.NAME_ADDITIONS)
_BOXES = firms.MAIL_BOXES.split()
_PRIVATE_MAIL = firms.PRIVATE_MAIL.split()
_NOTES = roles.NOTES.split("\n")
_SHARED_TAGS = roles.TAGS_SHARED.split()
_TRADE_TAGS = roles.TAGS_TRADE.split()
_PERSON_TAGS = roles.TAGS_PERSON.split()


def make_card(world: World, who: Core) -> DemoCustomer:
    """Name, address, contacts. Stage, owner, dates are filled in by `customers.py`."""
    random = seeds.rng(world.seed, seeds.CONTACTS, who.index)
    return _person_card(random, world, who) if who.person else _company_card(random, world, who)


def _company_card(random: Random, world: World, who: Core) -> DemoCustomer:
    name, surname = firm_name(random, who)
    addition = random.choice(_ADDITIONS) if random.random() < 0.04 else ""
    site = _domain(random, who, name)
    if who.branch_of is not None:
        head = make_card(world, core(world, who.branch_of))
        name, site, surname = head.name, _site(head) or site, ""
        addition = f"Niederlassung {who.town.name}"
    root = phones.switchboard(random, who.town)
    card = _blank(random, who, name, _tags(random, _TRADE_TAGS))
    return replace(
        card,
        name_addition=addition,
        language=who.town.language,
        email=f"{random.choice(_BOXES) if who.index not in LANDMARK_AT else 'info'}@{site}",
        phone=phones.desk_number(root),
        website=f"https://www.{site}" if random.random() < 0.72 else "",
        street=pick_street(random, who.town, business=True),
        vat_id=vat_id(random, who.town.country) if not who.trade.public and random.random() < 0.86 else "",
        contacts=make_contacts(random, world, who, surname, root, site),
    )


def _person_card(random: Random, world: World, who: Core) -> DemoCustomer:
    relative = make_card(world, core(world, who.kin_of)) if who.kin_of is not None else None
    surname = relative.last_name if relative else ""
    person = make_person(random, who.town, world.today, women=0.36, surname=surname)
    known = person.born if random.random() < 0.8 else None
    card = _blank(random, who, person.full_name, _tags(random, _PERSON_TAGS))
    reach = random.random()
    return replace(
        card,
        kind="person",
        salutation=person.salutation,
        title=person.title,
        first_name=person.first_name,
        last_name=person.last_name,
        birthday=birthday(world, who.index, person.born, known) if who.twin_of is None else known,
        language=person.language,
        email=_private_mail(random, person.first_name, person.last_name) if random.random() < 0.84 else "",
        phone=phones.landline(random, who.town) if reach < 0.55 else "",
        mobile=phones.mobile(random, who.town.country) if reach > 0.28 else "",
        street=relative.street if relative else pick_street(random, who.town, business=False),
        postal_code=relative.postal_code if relative else card.postal_code,
    )


def _blank(random: Random, who: Core, name: str, tags: tuple[str, ...]) -> DemoCustomer:
    """A company card with the fields every customer has."""
    town = who.town
    return DemoCustomer(
        number=who.number,
        external_id=str(100_000 + who.index) if seeds.mix(1, seeds.DETAIL, who.index) % 10 < 6 else "",
        kind="company",
        name=name,
        name_addition="",
        salutation="",
        title="",
        first_name="",
        last_name="",
        stage="customer",
        industry=who.trade.industry,
        tags=tags,
        birthday=None,
        language="de",
        email="",
        phone="",
        mobile="",
        website="",
        street="",
        postal_code=random.choice(town.postal_codes),
        city=town.name,
        region=town.region,
        country=town.country,
        vat_id="",
        note=random.choice(_NOTES) if who.trade.industry and random.random() < 0.15 else "",
        owner="",
        last_touchpoint_at=None,
        last_order_at=None,
        created_at=_NEVER,
        contacts=(),
    )


def _tags(random: Random, own: list[str]) -> tuple[str, ...]:
    if random.random() < 0.5:
        return ()
    picked = [random.choice(own)] if random.random() < 0.7 else []
    if not picked or random.random() < 0.4:
        picked.append(random.choice(_SHARED_TAGS))
    return tuple(dict.fromkeys(picked))


def _domain(random: Random, who: Core, name: str) -> str:
    """The firm's domain: with its town when firms of that name are many; public bodies have the town's."""
    if who.index in LANDMARK_AT:
        return domain(name)
    if who.trade.key == "bauhof":
        return f"stadt-{slug(who.town.name)}.example"
    town = slug(who.town.name.split(" (")[0].split(" a")[0])
    plain = domain(name)
    if town in plain or random.random() < 0.12:
        return plain
    return plain.replace(".example", f"-{town}.example")


def _site(card: DemoCustomer) -> str:
    return card.email.partition("@")[2]


def _private_mail(random: Random, first: str, last: str) -> str:
    given, family = slug(first), slug(last)
    form = random.choice((f"{given}.{family}", f"{given[0]}.{family}", f"{family}.{given}", f"{given}-{family}"))
    return f"{form}{random.randint(1, 99) if random.random() < 0.75 else ''}@{random.choice(_PRIVATE_MAIL)}"
