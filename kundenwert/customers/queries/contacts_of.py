"""The contacts of a company, as its card shows them."""

from __future__ import annotations

from dataclasses import dataclass

from kundenwert.foundation.access.models import User
from kundenwert.foundation.telephone import format_phone, phone_href
from kundenwert.records.fixed_records import FixedRecords
from kundenwert.records.registry import record_type_for

from ..models import Contact, Customer

KEY = "customers.contact"
LIMIT = 51
_OF: FixedRecords[Contact] = FixedRecords(
    KEY,
    lambda contacts, customer: (
        contacts.filter(customer_id=customer)
        .order_by("last_name", "first_name", "id")
        .only("name", "position", "department", "email", "phone", "mobile")[:LIMIT]
    ),
)


@dataclass(frozen=True)
class Person:
    """A contact, ready to show."""

    id: int
    name: str
    role: str
    url: str
    email: str
    phone: str
    phone_href: str


def contacts_of(user: User, customer: Customer) -> list[Person]:
    """Visible contacts by last name, at most LIMIT; kept on the customer, because panel and composer both show them."""
    kept: list[Person] | None = getattr(customer, "_contacts_shown", None)
    if kept is None:
        kept = _look_up(user, customer)
        customer._contacts_shown = kept  # type: ignore[attr-defined]  # noqa: SLF001  the request's own object
    return kept


def _look_up(user: User, customer: Customer) -> list[Person]:
    record_type = record_type_for(KEY)
    return [
        Person(
            id=row.pk,
            name=row.name,
            role=" · ".join(filter(None, (row.position, row.department))),
            url=record_type.url_of(row.pk),
            email=row.email,
            phone=format_phone(row.phone or row.mobile),
            phone_href=phone_href(row.phone or row.mobile),
        )
        for row in _OF(user, customer.pk)
    ]
