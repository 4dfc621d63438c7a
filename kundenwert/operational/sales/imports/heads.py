"""Orders that a file speaks of: found or made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from kundenwert.foundation.access.models import User
from kundenwert.foundation.organisation.numbers import raise_range, take_numbers
from kundenwert.records.imports.copy import copy_rows, next_ids
from kundenwert.records.imports.write import note_changes
from kundenwert.records.models import ImportRun

from ..models import Order, OrderStatus

SUBJECT = NUMBERS = "sales.order"
HEAD = ("number", "external_id", "customer_id", "ordered_at", "status", "currency", "owner_id", "note")
COLUMNS = [
    "id", "created_at", "created_by_id", "updated_at", "version", *HEAD, "net_total", "tax_total",
]  # fmt: skip
LARGEST = 10**12
NOTHING: Mapping[str, tuple[Any, Any]] = {}


@dataclass(slots=True)
class OpenOrder:
    """An order the file has spoken of."""

    id: int
    is_new: bool
    version: int = 1
    is_noted: bool = False
    """Whether the undo knows what the order was like before."""
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=lambda: NOTHING)
    """Attribute → (stored, new), of an order that was there before; written with the next batch of lines."""


def find_orders(attribute: str, heads: Mapping[str, Mapping[str, Any]]) -> dict[str, OpenOrder]:
    """The live orders among these, by key; with what the file says differently about them."""
    if not heads:
        return {}
    found = Order.objects.filter(**{f"{attribute}__in": list(heads)}, deleted_at=None).order_by("-id")
    orders = {}
    for stored in found.values("id", "version", *HEAD):
        wanted = heads[stored[attribute]]
        changes = {name: (stored[name], value) for name, value in wanted.items() if stored[name] != value}
        orders[stored[attribute]] = OpenOrder(stored["id"], is_new=False, version=stored["version"], changes=changes)
    return orders


def taken_numbers(heads: Mapping[str, Mapping[str, Any]]) -> dict[str, str]:
    """Key → number of new orders whose number another order has."""
    numbers = [head["number"] for head in heads.values() if "number" in head]
    used = (
        set(Order.objects.filter(number__in=numbers, deleted_at=None).values_list("number", flat=True))
        if numbers
        else set()
    )
    refused = {}
    for key, head in heads.items():
        if head.get("number") in used:
            refused[key] = head["number"]
        elif "number" in head:
            used.add(head["number"])
    return refused


def create_orders(
    heads: Mapping[str, Mapping[str, Any]], defaults: Mapping[str, Any], *, run: ImportRun, actor: User | None
) -> dict[str, OpenOrder]:
    """COPY new orders; their totals come at the end of the import."""
    if not heads:
        return {}
    filled = {"external_id": "", "status": OrderStatus.COMPLETED.value, "note": "", **defaults}
    now, actor_id = timezone.now().isoformat(), actor.pk if actor else None
    ids = next_ids("sales_order", len(heads))
    rows = []
    for head, order_id, number in zip(heads.values(), ids, _numbers(heads), strict=True):
        values = {**filled, **head, "number": number}
        rows.append([order_id, now, actor_id, now, 1, *(values.get(name) for name in HEAD), 0, 0])
    copy_rows("sales_order", COLUMNS, rows)
    note_changes(run, SUBJECT, [(order_id, None, 1) for order_id in ids])
    return {key: OpenOrder(order_id, is_new=True, is_noted=True) for key, order_id in zip(heads, ids, strict=True)}


def _numbers(heads: Mapping[str, Mapping[str, Any]]) -> list[str]:
    given = [head["number"] for head in heads.values() if "number" in head]
    counted = [int(number) for number in given if number.isdecimal() and len(number) < 20]
    reasonable = [number for number in counted if number < LARGEST]
    if reasonable:
        raise_range(NUMBERS, max(reasonable))
    taken = iter(take_numbers(NUMBERS, len(heads) - len(given)) if len(given) < len(heads) else [])
    return [head["number"] if "number" in head else str(next(taken)) for head in heads.values()]
