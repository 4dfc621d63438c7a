"""Customers that may be the same as one that is there, or is just being typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Case, Q, Value, When

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for

from ..models import Customer
from ..naming.match_keys import match_reasons

KEY = "customers.customer"
SURE = ("v:", "e:", "t:")
"""Beginnings of the keys of VAT ID, e-mail and telephone: stronger than any name."""
LOOKED_AT = 50
"""Of a key that half the town shares, more would say no more."""


@dataclass(frozen=True)
class Duplicate:
    """A customer that is likely to be the same, and why."""

    id: int
    name: str
    hint: str
    """Number and place."""
    url: str
    reasons: Sequence[str]


def find_duplicates(user: User, keys: Collection[str], *, but: int | None = None, limit: int = 5) -> list[Duplicate]:
    """Visible customers that share a key of `naming.match_keys`, the surest first; `but` is left out."""
    if not keys:
        return []
    record_type = record_type_for(KEY)
    found = visible(user, record_type).filter(match_keys__overlap=list(keys)).exclude(pk=but)
    shown = found.only("number", "name", "postal_code", "city", "match_keys")
    rows = shown.order_by(_names_last(keys), "id")[:LOOKED_AT]
    ranked = sorted(rows, key=lambda customer: _strength(keys, customer))
    return [_duplicate(keys, customer, record_type.url_of(customer.pk)) for customer in ranked[:limit]]


def _names_last(keys: Collection[str]) -> Case:
    sure = [key for key in keys if key.startswith(SURE)]
    return Case(When(Q(match_keys__overlap=sure), then=Value(0)), default=Value(1)) if sure else Case(default=Value(1))


def _strength(keys: Collection[str], customer: Customer) -> tuple[int, int]:
    shared = {key[:2] for key in set(keys) & set(customer.match_keys)}
    strongest = min("v:e:t:n:p:".index(kind) for kind in shared)
    return strongest // 2, -len(shared)


def _duplicate(keys: Collection[str], customer: Customer, url: str) -> Duplicate:
    place = f"{customer.postal_code} {customer.city}".strip()
    return Duplicate(
        id=customer.pk,
        name=customer.name,
        hint=" · ".join(filter(None, (customer.number, place))),
        url=url,
        reasons=[str(reason) for reason in match_reasons(keys, customer.match_keys)],
    )
