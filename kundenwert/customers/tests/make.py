"""Customers and what hangs on them, made through the actions as a colleague would."""

from __future__ import annotations

from typing import Any

from kundenwert.records.actions.create_record import create_record
from kundenwert.records.registry import record_type_for


def make_customer(actor: Any, name: str = "Müller Maschinenbau GmbH", **values: Any) -> Any:
    return create_record(
        record_type_for("customers.customer"), {"kind": "company", "name": name, **values}, actor=actor
    )


def make_person(actor: Any, first_name: str, last_name: str, **values: Any) -> Any:
    names = {"kind": "person", "first_name": first_name, "last_name": last_name}
    return create_record(record_type_for("customers.customer"), {**names, **values}, actor=actor)


def make_contact(actor: Any, customer: Any, last_name: str, **values: Any) -> Any:
    made = {"customer": customer.pk, "last_name": last_name, **values}
    return create_record(record_type_for("customers.contact"), made, actor=actor)


def make_point(actor: Any, customer: Any, kind: str, value: str = "", **values: Any) -> Any:
    made = {"customer": customer.pk, "kind": kind, "value": value, "country": "DE", **values}
    return create_record(record_type_for("customers.contactpoint"), made, actor=actor)


def make_relation(actor: Any, customer: Any, kind: str, other: Any) -> Any:
    made = {"customer": customer.pk, "kind": kind, "other": other.pk}
    return create_record(record_type_for("customers.relation"), made, actor=actor)
