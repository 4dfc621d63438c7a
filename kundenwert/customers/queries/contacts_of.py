"""The contacts of a company, as its card shows them."""

from __future__ import annotations

from dataclasses import dataclass

from kundenwert.foundation.access.models import User
from kundenwert.foundation.telephone import format_phone, phone_href
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for

from ..models import Customer

KEY = "customers.contact"
SHOWN = 20


@dataclass(frozen=True)
class Person:
    """A contact, ready to show."""

    name: str
    role: str
    url: str
    email: str
    phone: str
    phone_href: str


def contacts_of(user: User, customer: Customer) -> tuple[list[Person], bool]:
    """Visible contacts by last name, at most SHOWN, and whether there are more."""
    record_type = record_type_for(KEY)
    found = visible(user, record_type).filter(customer_id=customer.pk).order_by("last_name", "first_name", "id")
    rows = list(found.only("name", "position", "department", "email", "phone", "mobile")[: SHOWN + 1])
    people = [
        Person(
            name=row.name,
            role=" · ".join(filter(None, (row.position, row.department))),
            url=record_type.url_of(row.pk),
            email=row.email,
            phone=format_phone(row.phone or row.mobile),
            phone_href=phone_href(row.phone or row.mobile),
        )
        for row in rows[:SHOWN]
    ]
    return people, len(rows) > SHOWN
