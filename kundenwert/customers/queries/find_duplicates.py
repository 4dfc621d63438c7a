"""Customers that may be the same as one that is there, or is just being typed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Case, QuerySet, Value, When

from kundenwert.foundation.access.models import User
from kundenwert.records.fixed_records import FixedRecords
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
    sure = sorted(key for key in keys if key.startswith(SURE))
    rows = _SHARING(user, sorted(keys), but or 0, *([sure] if sure else []))
    ranked = sorted(rows, key=lambda customer: _strength(keys, customer))
    return [_duplicate(keys, customer, record_type.url_of(customer.pk)) for customer in ranked[:limit]]


def _sharing(customers: QuerySet[Customer], keys: list[str], but: int, sure: Sequence[str] = ()) -> QuerySet[Customer]:
    found = customers.filter(match_keys__overlap=keys).exclude(pk=but)
    names_last = [Case(When(match_keys__overlap=sure, then=Value(0)), default=Value(1))] if sure else []
    shown = found.only("number", "name", "postal_code", "city", "match_keys")
    return shown.order_by(*names_last, "id")[:LOOKED_AT]


_SHARING: FixedRecords[Customer] = FixedRecords(KEY, _sharing)


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
