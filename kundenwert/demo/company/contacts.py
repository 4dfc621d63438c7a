"""The people who speak for a company customer."""

from __future__ import annotations

from datetime import date
from random import Random

from kundenwert.demo.company import phones
from kundenwert.demo.company.birthdays import birthday
from kundenwert.demo.company.core import Core
from kundenwert.demo.company.data import roles
from kundenwert.demo.company.people import Person, make_person
from kundenwert.demo.company.rows import DemoContact
from kundenwert.demo.company.slugs import slug
from kundenwert.demo.company.weighted import Weighted, weighted_lines
from kundenwert.demo.company.world import World

_SMALL = weighted_lines(roles.POSITIONS_SMALL)
_LARGE = weighted_lines(roles.POSITIONS_LARGE)
_PUBLIC = weighted_lines(roles.POSITIONS_PUBLIC)


def make_contacts(
    random: Random, world: World, core: Core, surname: str, root: str, mail_domain: str
) -> tuple[DemoContact, ...]:
    """One to four contacts; the first of a firm named after its owner often is the owner."""
    count = random.choice((2, 2, 3, 3, 4)) if core.trade.departments else random.choice((1, 1, 1, 2, 2, 3))
    taken: set[str] = set()
    found = []
    for place in range(count):
        family = surname if surname and random.random() < (0.7 if place == 0 else 0.15) else ""
        youngest = 31 if family and place == 0 else 19
        person = make_person(random, core.town, world.today, women=0.3, surname=family, youngest=youngest)
        line = _position_line(random, core, family, place)
        if line in taken or person.full_name in taken:
            continue
        taken |= {line, person.full_name}
        forced = place == 0 and core.twin_of is None
        found.append(_contact(random, world, core, person, line, root, mail_domain, forced=forced))
    return tuple(found)


def _position_line(random: Random, core: Core, family: str, place: int) -> str:
    if family:
        owner = "Inhaber/Inhaberin|Geschäftsleitung" if place == 0 else "Juniorchef/Juniorchefin|Geschäftsleitung"
        return owner if not core.trade.departments else "Geschäftsführer/Geschäftsführerin|Geschäftsleitung"
    return _positions(core).pick(random)


def _positions(core: Core) -> Weighted[str]:
    if core.trade.public:
        return _PUBLIC
    return _LARGE if core.trade.departments else _SMALL


def _contact(
    random: Random,
    world: World,
    core: Core,
    person: Person,
    line: str,
    root: str,
    mail_domain: str,
    *,
    forced: bool,
) -> DemoContact:
    positions, _, department = line.partition("|")
    male, _, female = positions.partition("/")
    known: date | None = person.born if random.random() < 0.38 else None
    return DemoContact(
        salutation=person.salutation,
        title=person.title,
        first_name=person.first_name,
        last_name=person.last_name,
        position=female if person.salutation == "ms" else male,
        department=department,
        email=f"{_mailbox(person)}@{mail_domain}" if random.random() < 0.88 else "",
        phone=phones.extension(random, root) if random.random() < 0.75 else "",
        mobile=phones.mobile(random, core.town.country) if random.random() < 0.55 else "",
        birthday=birthday(world, core.index, person.born, known) if forced else known,
        language=person.language,
    )


def _mailbox(person: Person) -> str:
    return f"{slug(person.first_name)}.{slug(person.last_name)}"
