"""Touchpoints put into words: a template of the theme, filled with what the customer really bought."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from random import Random

from kundenwert.demo.company import seeds
from kundenwert.demo.company.baskets import favourites
from kundenwert.demo.company.data.texts.complaints import COMPLAINTS
from kundenwert.demo.company.data.texts.house import HOUSE
from kundenwert.demo.company.data.texts.keeping import KEEPING
from kundenwert.demo.company.data.texts.ordering import ORDERING
from kundenwert.demo.company.data.texts.selling import SELLING
from kundenwert.demo.company.data.texts.tails import CALL, VISIT
from kundenwert.demo.company.orders import Buyer, make_order
from kundenwert.demo.company.plan import Event
from kundenwert.demo.company.products import articles
from kundenwert.demo.company.rows import DemoContact, DemoCustomer, DemoOrder, DemoOrderLine, DemoTouchpoint
from kundenwert.demo.company.staff import ANALYST, FIRST_NAMES, MANAGEMENT, MARKETING, SERVICE, inside_of
from kundenwert.demo.company.workdays import is_office_day
from kundenwert.demo.company.world import World

_WEEKDAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag")
_CLASSICS = ("Spanplattenschraube TORX 5,0 × 60 mm verzinkt", "Universaldübel Nylon 8 × 40 mm")
_TAILS = {"call": CALL.split("\n"), "visit": VISIT.split("\n")}
_COMPLETE = frozenset({"birthday", "winback"})
"""Themes after which nothing more is to be said."""
_DEAREST = Decimal(35)


@dataclass(frozen=True, slots=True)
class Template:
    """One thing that is said: kind, direction, role, subject, text."""

    kind: str
    direction: str
    role: str
    subject: str
    text: str


@cache
def templates() -> dict[str, tuple[Template, ...]]:
    """All templates by theme."""
    found: dict[str, tuple[Template, ...]] = {}
    theme = kind = direction = role = ""
    whole = (ORDERING + COMPLAINTS + SELLING + KEEPING + HOUSE).replace("\n  ", " ")
    for line in whole.strip().splitlines():
        if line.startswith("== "):
            theme, kind, direction, role = line[3:].split()
        elif line:
            subject, _, text = line.partition("|")
            made = Template(kind, direction.strip("-"), role, subject, text)
            found[theme] = (*found.get(theme, ()), made)
    return found


def write_touchpoint(
    world: World, who: Buyer, card: DemoCustomer, event: Event, place: int, numbers: list[str]
) -> DemoTouchpoint:
    """Put event `place` of a customer into words; `numbers` are the customer's order numbers."""
    random = seeds.rng(world.seed, seeds.TEXT, who.core.index, place)
    template = random.choice(_sayable(event.theme, who))
    employee = _employee(who, template.role)
    contact = _contact(random, card, event, template)
    order = _order(world, who, event, numbers)
    slots = _slots(random, card, contact, event.at.date(), employee)
    slots |= _goods(random, world, who, order)
    text = template.text
    if template.kind in _TAILS and event.theme not in _COMPLETE and random.random() < 0.3:
        text += " " + random.choice(_TAILS[template.kind])
    return DemoTouchpoint(
        kind=template.kind,
        direction=template.direction,
        at=event.at,
        customer=card.number,
        contact=contact,
        employee=employee,
        subject=template.subject.format_map(slots),
        text=text.format_map(slots),
    )


@cache
def _without_visits(theme: str) -> tuple[Template, ...]:
    return tuple(template for template in templates()[theme] if template.kind != "visit")


def _sayable(theme: str, who: Buyer) -> tuple[Template, ...]:
    """Templates of a theme; inside sales, who own the people among the customers, visit nobody."""
    outside = who.core.person and _without_visits(theme)
    return outside or templates()[theme]


def _employee(who: Buyer, role: str) -> str:
    if role == "owner":
        return who.owner
    if role == "inside":
        return inside_of(who.core.index)
    return {"service": SERVICE, "marketing": MARKETING, "management": MANAGEMENT, "analyst": ANALYST}[role]


def _contact(random: Random, card: DemoCustomer, event: Event, template: Template) -> int | None:
    if event.contact is not None or not card.contacts:
        return event.contact
    if template.kind in ("letter", "note") and random.random() < 0.4 and "{we" not in template.text:
        return None
    return 0 if random.random() < 0.6 else random.randrange(len(card.contacts))


def _order(world: World, who: Buyer, event: Event, numbers: list[str]) -> DemoOrder | None:
    if event.place < 0:
        return None
    liked = favourites(world, who.core)
    return make_order(world, who, liked, event.place, numbers[event.place])


def _slots(random: Random, card: DemoCustomer, contact: int | None, day: date, employee: str) -> dict[str, str]:
    person = card.contacts[contact or 0] if card.contacts else card
    colleagues = [first for key, first in FIRST_NAMES.items() if key != employee]
    return {
        "wer": _addressed(person, "Herr"),
        "wem": _addressed(person, "Herrn"),
        "wen": _addressed(person, "Herrn"),
        "ort": card.city,
        "firma": card.name,
        "tag": _weekday_after(random, day),
        "kollege": random.choice(colleagues),
        "prozent": random.choice(("3", "4", "5", "6", "8", "10")),
    }


def _addressed(person: DemoContact | DemoCustomer, mister: str) -> str:
    if person.salutation == "neutral":
        return f"{person.first_name} {person.last_name}"
    title = f"{person.title} " if person.title else ""
    return f"{'Frau' if person.salutation == 'ms' else mister} {title}{person.last_name}"


def _weekday_after(random: Random, day: date) -> str:
    """A working day in the four days after `day` that its name alone makes clear."""
    choices = [day + timedelta(days=ahead) for ahead in range(1, 6)]
    return _WEEKDAYS[random.choice([d for d in choices if is_office_day(d)] or [day]).weekday()]


def _goods(random: Random, world: World, who: Buyer, order: DemoOrder | None) -> dict[str, str]:
    goods = [line for line in order.lines if line.quantity > 0 and _is_goods(line)] if order else []
    spare = _liked_names(random, world, who)
    names = [_short(line.text) for line in goods]
    first = random.randrange(len(names)) if names else 0
    others = [name for name in [*names, *spare] if not names or name != names[first]]
    return {
        "p": names[first] if names else spare[0],
        "p2": others[0] if names else spare[1],
        "menge": _amount(goods[first]) if names else f"{random.choice((5, 10, 20, 40))} Pack",
        "viel": f"{random.choice((40, 50, 80, 100, 200))} {goods[first].unit if names else 'Pack'}",
        "nr": order.number if order else "",
        "datum": f"{order.date:%d.%m.%Y}" if order else "",
        "betrag": _euro(order) if order else "",
    }


def _liked_names(random: Random, world: World, who: Buyer) -> list[str]:
    """Two everyday articles the customer likes, for talk that is not about one order."""
    liked = [articles()[index] for index in favourites(world, who.core)]
    daily = [_short(a.row.name) for a in liked if not a.service and a.row.net_price < _DEAREST]
    names = list(dict.fromkeys(daily))
    random.shuffle(names)
    return [*names, *(name for name in _CLASSICS if name not in names)][:2]


def _is_goods(line: DemoOrderLine) -> bool:
    return line.product is not None and not line.product.startswith("9")


def _short(name: str) -> str:
    return name.partition(", ")[0]


def _amount(line: DemoOrderLine) -> str:
    number = f"{line.quantity:f}".rstrip("0").rstrip(".").replace(".", ",")
    return f"{number} {line.unit}"


def _net(line: DemoOrderLine) -> Decimal:
    return line.quantity * line.unit_price * (100 - line.discount_percent) / 100


def _euro(order: DemoOrder) -> str:
    net = sum((_net(line) for line in order.lines), Decimal())
    return f"{net:,.2f} €".replace(",", "_").replace(".", ",").replace("_", ".")
