"""What stands on the cards of customers and contacts beside their facts."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.organisation.profile import profile_for
from kundenwert.foundation.telephone import format_phone, phone_href
from kundenwert.records.access import may, visible
from kundenwert.records.record_type import Extension, Panel
from kundenwert.records.registry import extend, record_type_for

from .models.choices import CustomerKind
from .queries.contact_points_of import contact_points_of
from .queries.contacts_of import contacts_of
from .queries.customer_letter import customer_letter, map_url
from .queries.find_duplicates import find_duplicates
from .queries.relations_of import relations_of

CONTACTS_SHOWN = 20
CUSTOMER, CONTACT = "customers.customer", "customers.contact"
POINT, RELATION = "customers.contactpoint", "customers.relation"


def register() -> None:
    """Add the panels; called in apps.py."""
    customer = [
        Panel("reach", "customers/parts/reach.html", _reach, side="actions", order=10),
        Panel("duplicates", "customers/parts/duplicates_panel.html", _duplicates, side="end", order=5),
        Panel("contacts", "customers/parts/contacts.html", _contacts, side="end", order=30, subject=CONTACT),
        Panel("relations", "customers/parts/relations.html", _relations, side="end", order=40, subject=RELATION),
        Panel("points", "customers/parts/points.html", _points, side="start", order=10, subject=POINT),
        Panel("letter", "customers/parts/letter.html", _letter, side="start", order=20),
    ]
    contact = [
        Panel("reach", "customers/parts/reach.html", _contact_reach, side="actions", order=10),
        Panel("company", "customers/parts/company.html", _company, side="end", order=10, subject=CUSTOMER),
        Panel("letter", "customers/parts/letter.html", _contact_letter, side="end", order=20),
    ]
    extend(Extension(CUSTOMER, panels=customer))
    extend(Extension(CONTACT, panels=contact))


def _reach(_request: SignedInRequest, customer: Any) -> dict[str, Any]:
    return {**_ways(customer), "map_url": map_url(customer)}


def _contact_reach(_request: SignedInRequest, contact: Any) -> dict[str, Any]:
    return _ways(contact)


def _ways(person: Any) -> dict[str, Any]:
    number = person.phone or person.mobile
    return {"phone": format_phone(number), "phone_href": phone_href(number), "email": person.email}


def _duplicates(request: SignedInRequest, customer: Any) -> dict[str, Any] | None:
    found = find_duplicates(request.user, customer.match_keys, but=customer.pk)
    return {"duplicates": found} if found else None


def _contacts(request: SignedInRequest, customer: Any) -> dict[str, Any] | None:
    if customer.kind != CustomerKind.COMPANY:
        return None
    contact_type = record_type_for(CONTACT)
    found = contacts_of(request.user, customer)
    people, more = found[:CONTACTS_SHOWN], len(found) > CONTACTS_SHOWN
    may_create = may(request.user, contact_type, "create")
    if not people and not may_create:
        return None
    return {
        "people": people,
        "more_url": f"{contact_type.list_url}?{urlencode({'q': customer.name})}" if more else "",
        "new_url": f"{contact_type.new_url}?customer={customer.pk}" if may_create else "",
    }


def _points(request: SignedInRequest, customer: Any) -> dict[str, Any] | None:
    point_type = record_type_for(POINT)
    groups = contact_points_of(request.user, customer)
    new_url = _new_here(request, POINT, customer)
    if not groups and not new_url:
        return None
    rights = {f"may_{verb}": may(request.user, point_type, verb) for verb in ("change", "delete")}
    return {"groups": groups, "new_url": new_url, "here": _card(customer), **rights}


def _relations(request: SignedInRequest, customer: Any) -> dict[str, Any] | None:
    relation_type = record_type_for(RELATION)
    related = relations_of(request.user, customer)
    new_url = _new_here(request, RELATION, customer)
    if not related and not new_url:
        return None
    rights = {f"may_{verb}": may(request.user, relation_type, verb) for verb in ("change", "delete")}
    return {"related": related, "new_url": new_url, "here": _card(customer), **rights}


def _card(customer: Any) -> str:
    return reverse("customers-card", args=[customer.pk])


def _new_here(request: SignedInRequest, key: str, customer: Any) -> str:
    """The form for a further record of this customer, which leads back to the card; "" without the right."""
    record_type = record_type_for(key)
    if not may(request.user, record_type, "create"):
        return ""
    return f"{record_type.new_url}?{urlencode({'customer': customer.pk, 'next': _card(customer)})}"


def _letter(request: SignedInRequest, customer: Any) -> dict[str, Any]:
    return {"letter": customer_letter(customer, sender_country=profile_for(request).country)}


def _company(request: SignedInRequest, contact: Any) -> dict[str, Any] | None:
    company = visible(request.user, record_type_for(CUSTOMER)).filter(pk=contact.customer_id).first()
    if company is None:
        return None
    return {
        "company": company,
        "company_url": record_type_for(CUSTOMER).url_of(company.pk),
        "map_url": map_url(company),
        "company_phone": format_phone(company.phone),
        "company_phone_href": phone_href(company.phone),
    }


def _contact_letter(request: SignedInRequest, contact: Any) -> dict[str, Any]:
    return {"letter": customer_letter(contact.customer, contact, sender_country=profile_for(request).country)}
