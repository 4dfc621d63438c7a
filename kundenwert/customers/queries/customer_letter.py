"""Address block and greeting of a letter to a customer or contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from kundenwert.foundation.postal.address import Address
from kundenwert.foundation.postal.block import address_block

from ..models import Contact, Customer
from ..models.choices import CustomerKind
from ..naming.greeting import letter_greeting
from ..naming.person import envelope_name

MAP = "https://www.openstreetmap.org/search?"


@dataclass(frozen=True)
class Letter:
    """How to write to somebody; no lines where no address is known."""

    lines: Sequence[str]
    greeting: str

    @property
    def address(self) -> str:
        """The lines as one text, to copy."""
        return "\n".join(self.lines)


def customer_letter(customer: Customer, contact: Contact | None = None, *, sender_country: str) -> Letter:
    """To the customer itself, or to a contact at its address; the country is written where the sender is in another."""
    person: Customer | Contact = contact or customer
    greeting = letter_greeting(
        person.salutation, person.title, person.first_name, person.last_name, person.language, customer.country
    )
    if not (customer.street or customer.city):
        return Letter((), greeting)
    lines = address_block(_recipient(customer, contact), _address(customer), sender_country)
    return Letter(lines, greeting)


def _recipient(customer: Customer, contact: Contact | None) -> list[str]:
    if customer.kind == CustomerKind.PERSON:
        return [_person_line(customer, customer.country) or customer.name]
    if contact is None:
        return [customer.name]
    return [customer.name, contact.department, _person_line(contact, customer.country)]


def _person_line(person: Customer | Contact, country: str) -> str:
    return envelope_name(person.salutation, person.title, person.first_name, person.last_name, person.language, country)


def _address(customer: Customer) -> Address:
    return Address(
        street=customer.street,
        postal_code=customer.postal_code,
        city=customer.city,
        region=customer.region,
        country=customer.country,
        addition=customer.name_addition,
    )


def map_url(customer: Customer) -> str:
    """A map of the address, opened only by a click; "" without a place."""
    if not customer.city:
        return ""
    place = f"{customer.postal_code} {customer.city}".strip()
    return MAP + urlencode({"query": ", ".join(filter(None, (customer.street, place, customer.country)))})
