"""The demo company, whole: a German wholesaler of tools and fasteners with everything that happened to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from kundenwert.demo.company.customers import card_of, make_customer
from kundenwert.demo.company.desk import desk_events
from kundenwert.demo.company.orders import Numbering, buyer, count_by_day, numbering, orders_of
from kundenwert.demo.company.plan import Event, plan
from kundenwert.demo.company.products import articles
from kundenwert.demo.company.relations import make_relations
from kundenwert.demo.company.rows import (
    DemoCustomer,
    DemoEmployee,
    DemoOrder,
    DemoProduct,
    DemoRelation,
    DemoTouchpoint,
)
from kundenwert.demo.company.staff import EMPLOYEES
from kundenwert.demo.company.texts import write_touchpoint
from kundenwert.demo.company.world import World, make_world

DEFAULT_TODAY = date(2026, 11, 22)
SMALLEST, LARGEST = 100, 1_000_000
_FULL_PACE = 50_000
_ORDERS_AT_FULL_PACE = 16.0


@dataclass(slots=True)
class DemoCompany:
    """The firm. The methods stream in the order of the customers; called again they give the same."""

    world: World
    name: str = "Ankerloh Befestigungstechnik GmbH"
    street: str = "Am Schraubwerk 7"
    postal_code: str = "21339"
    city: str = "Lüneburg"
    region: str = "Niedersachsen"
    country: str = "DE"
    employees: tuple[DemoEmployee, ...] = EMPLOYEES
    products: tuple[DemoProduct, ...] = field(default_factory=lambda: tuple(a.row for a in articles()))
    _counts: list[int] | None = None
    _desk: dict[int, list[Event]] | None = None

    def customers(self) -> Iterator[DemoCustomer]:
        """All customers with their contacts, by number."""
        for index in range(self.world.count):
            who = buyer(self.world, index)
            events = plan(self.world, who, card_of(self.world, who), self._desk_of(index))
            yield make_customer(self.world, who, events[-1].at if events else None)

    def relations(self) -> Iterator[DemoRelation]:
        """Branches, households, referrals and partners."""
        return make_relations(self.world)

    def orders(self) -> Iterator[DemoOrder]:
        """All orders, customer by customer, each customer's by date; numbers rise by date over all."""
        numbers = self._numbers()
        for index in range(self.world.count):
            yield from orders_of(self.world, buyer(self.world, index), numbers)

    def touchpoints(self) -> Iterator[DemoTouchpoint]:
        """All touchpoints, customer by customer, each customer's by time."""
        numbers = self._numbers()
        for index in range(self.world.count):
            who = buyer(self.world, index)
            card = card_of(self.world, who)
            known = [numbers.take(day) for day in who.days]
            for place, event in enumerate(plan(self.world, who, card, self._desk_of(index))):
                yield write_touchpoint(self.world, who, card, event, place, known)

    def habit_of(self, number: str) -> str:
        """The hidden type of a customer (loyal, fading, lost and so on): the truth to test mining by."""
        return buyer(self.world, int(number) - 10_001).habit.kind

    def _numbers(self) -> Numbering:
        if self._counts is None:
            self._counts = count_by_day(self.world)
        return numbering(self.world, self._counts)

    def _desk_of(self, index: int) -> list[Event]:
        if self._desk is None:
            self._desk = desk_events(self.world)
        return self._desk.get(index, [])


def generate(
    customers: int = 5000,
    seed: int = 42,
    today: date = DEFAULT_TODAY,
    *,
    now: datetime | None = None,
    orders_per_customer: float | None = None,
) -> DemoCompany:
    """The demo company of a size (100 to 1,000,000 customers), a seed and a day; the same each time.

    Three years of orders end at `today`. Touchpoints end before `now` (aware); without it, before `today`.
    `orders_per_customer` is the wanted average over the three years: 16 up to 50,000 customers, beyond that
    less, so that a million customers bring about 3 million orders instead of 16.
    ValueError outside those sizes or for an average of zero.
    """
    if not SMALLEST <= customers <= LARGEST:
        raise ValueError(f"The demo company has {SMALLEST} to {LARGEST} customers, not {customers}.")
    wanted = _default_orders(customers) if orders_per_customer is None else orders_per_customer
    if wanted <= 0:
        raise ValueError(f"Orders per customer must be above zero, not {orders_per_customer}.")
    return DemoCompany(make_world(customers, seed, today, now, wanted / _ORDERS_AT_FULL_PACE))


def _default_orders(customers: int) -> float:
    """16 orders per customer up to 50,000 customers, falling to about 3 at a million."""
    if customers <= _FULL_PACE:
        return _ORDERS_AT_FULL_PACE
    return _ORDERS_AT_FULL_PACE * float((_FULL_PACE / customers) ** 0.56)
