"""What a customer is to others, and others to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.fixed_records import FixedRecords
from kundenwert.records.registry import record_type_for

from ..models import Customer
from ..models.choices import RelationKind

KEY = "customers.relation"
SIDES = ("customer", "other")
COLUMNS = ["id", "kind", *(f"{side}_{name}" for side in SIDES for name in ("id", "_name", "_city", "_kind"))]
_OF: FixedRecords[dict[str, Any]] = FixedRecords(
    KEY,
    lambda relations, customer: (
        relations.filter(Q(customer_id=customer) | Q(other_id=customer)).order_by("kind", "id").values(*COLUMNS)
    ),
)
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
    rows = _OF(user, customer.pk)
    related = [(row, "other" if row["customer_id"] == customer.pk else "customer") for row in rows]
    seen = _visible_ids(user, [row[f"{side}_id"] for row, side in related])
    return [_related(row, side, customers) for row, side in related if row[f"{side}_id"] in seen]


def _visible_ids(user: User, ids: list[int]) -> set[int]:
    if not ids:
        return set()
    return set(visible(user, record_type_for("customers.customer")).filter(pk__in=ids).values_list("pk", flat=True))


def _related(row: Mapping[str, Any], side: str, customers: Any) -> Related:
    kind = RelationKind(row["kind"])
    return Related(
        word=str(kind.label if side == "other" else INVERSE[kind]),
        name=row[f"{side}__name"],
        place=row[f"{side}__city"],
        kind=row[f"{side}__kind"],
        url=customers.url_of(row[f"{side}_id"]),
        edit_url=reverse("relations-edit", args=[row["id"]]),
        delete_url=reverse("relations-delete", args=[row["id"]]),
    )
