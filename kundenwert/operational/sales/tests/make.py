"""Orders made through the actions as a colleague would."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils import timezone

from kundenwert.operational.sales.actions.set_order_lines import LineValues, set_order_lines
from kundenwert.records.access import access_record
from kundenwert.records.actions.create_record import create_record
from kundenwert.records.registry import record_type_for


def make_product(actor: Any, name: str = "Schraube", **values: Any) -> Any:
    made = {"number": name, "name": name, "kind": "product", "tax_category": "standard", "active": True, **values}
    return create_record(record_type_for("catalogue.product"), made, actor=actor)


def line(quantity: Any = 1, price: Any = "10", **values: Any) -> LineValues:
    numbers = {"quantity": Decimal(str(quantity)), "unit_price": Decimal(str(price))}
    return LineValues(**{"text": "Ware", "tax_rate": Decimal(19), **numbers, **values})


def make_order(actor: Any, customer: Any, *lines: LineValues, at: datetime | None = None, **values: Any) -> Any:
    order_type = record_type_for("sales.order")
    made = {"customer": customer.pk if customer else None, "ordered_at": at or timezone.now(), **values}
    order = create_record(order_type, made, actor=actor)
    if lines:
        with transaction.atomic():
            locked = access_record(actor, order_type, order.pk, "change", lock=True)
            set_order_lines(locked, lines, actor=actor)
    order.refresh_from_db()
    return order
