"""What a customer is to others, and others to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for

from ..models import Customer, Relation
from ..models.choices import RelationKind

KEY = "customers.relation"
SHOWN = [f"{side}__{name}" for side in ("customer", "other") for name in ("name", "city", "kind")]
INVERSE = {
    RelationKind.PARENT: pgettext_lazy("relation to a customer", "Subsidiary"),
    RelationKind.REFERRAL: pgettext_lazy("relation to a customer", "Recommended"),
    RelationKind.PARTNER: RelationKind.PARTNER.label,
    RelationKind.HOUSEHOLD: RelationKind.HOUSEHOLD.label,
}


@dataclass(frozen=True)
class Related:
    """Another customer and what it is to this one."""

    word: str
    name: str
    place: str
    kind: str
    url: str
    edit_url: str
    delete_url: str


def relations_of(user: User, customer: Customer) -> list[Related]:
    """Relations in both directions to customers that the reader may see."""
    customers = record_type_for("customers.customer")
    found = visible(user, record_type_for(KEY))
    rows = found.filter(Q(customer_id=customer.pk) | Q(other_id=customer.pk)).select_related("customer", "other")
    rows = rows.only("kind", *SHOWN)
    related = [
        (row, row.other if row.customer_id == customer.pk else row.customer) for row in rows.order_by("kind", "pk")
    ]
    seen = _visible_ids(user, [other.pk for _row, other in related])
    return [_related(row, other, customer, customers) for row, other in related if other.pk in seen]


def _visible_ids(user: User, ids: list[int]) -> set[int]:
    if not ids:
        return set()
    return set(visible(user, record_type_for("customers.customer")).filter(pk__in=ids).values_list("pk", flat=True))


def _related(row: Relation, other: Customer, customer: Customer, customers: Any) -> Related:
    kind = RelationKind(row.kind)
    return Related(
        word=str(kind.label if row.customer_id == customer.pk else INVERSE[kind]),
        name=other.name,
        place=other.city,
        kind=other.kind,
        url=customers.url_of(other.pk),
        edit_url=reverse("relations-edit", args=[row.pk]),
        delete_url=reverse("relations-delete", args=[row.pk]),
    )
