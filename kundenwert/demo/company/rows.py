"""The rows of the demo company: plain frozen records, linked by natural keys.

A customer by its number, a product by its number, an employee by its key, a contact by its place in
`DemoCustomer.contacts`. Field names are those of the Django models.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class DemoEmployee:
    """One of the firm's own people. `role`: sales, service, marketing, management, analyst; `team` a key."""

    key: str
    salutation: str
    first_name: str
    last_name: str
    email: str
    position: str
    role: str
    team: str


@dataclass(frozen=True, slots=True)
class DemoProduct:
    """An article or a service; prices net in euro per `unit`."""

    number: str
    name: str
    kind: str
    group: str
    unit: str
    net_price: Decimal
    tax_category: str
    cost: Decimal
    active: bool


@dataclass(frozen=True, slots=True)
class DemoContact:
    """A person who speaks for a company customer."""

    salutation: str
    title: str
    first_name: str
    last_name: str
    position: str
    department: str
    email: str
    phone: str
    mobile: str
    birthday: date | None
    language: str


@dataclass(frozen=True, slots=True)
class DemoCustomer:
    """A company (`contacts` filled) or a person; `owner` is an employee key."""

    number: str
    external_id: str
    kind: str
    name: str
    name_addition: str
    salutation: str
    title: str
    first_name: str
    last_name: str
    stage: str
    industry: str
    tags: tuple[str, ...]
    birthday: date | None
    language: str
    email: str
    phone: str
    mobile: str
    website: str
    street: str
    postal_code: str
    city: str
    region: str
    country: str
    vat_id: str
    note: str
    owner: str
    last_touchpoint_at: datetime | None
    last_order_at: date | None
    created_at: datetime
    contacts: tuple[DemoContact, ...]


@dataclass(frozen=True, slots=True)
class DemoRelation:
    """`kind` parent: `from_customer` belongs to `to_customer`; referral: `to_customer` brought it.

    partner and household have no direction.
    """

    from_customer: str
    to_customer: str
    kind: str


@dataclass(frozen=True, slots=True)
class DemoOrderLine:
    """A line of an order; `product` is None for free text; `quantity` below zero is a return."""

    position: int
    product: str | None
    text: str
    quantity: Decimal
    unit: str
    unit_price: Decimal
    discount_percent: Decimal
    tax_rate: Decimal
    unit_cost: Decimal


@dataclass(frozen=True, slots=True)
class DemoOrder:
    """An order with its lines; `status` open, completed or cancelled."""

    number: str
    external_id: str
    customer: str
    date: date
    status: str
    currency: str
    owner: str
    lines: tuple[DemoOrderLine, ...]


@dataclass(frozen=True, slots=True)
class DemoTouchpoint:
    """One contact with a customer; `contact` is the index in the customer's contacts, or None."""

    kind: str
    direction: str
    at: datetime
    customer: str
    contact: int | None
    employee: str
    subject: str
    text: str
