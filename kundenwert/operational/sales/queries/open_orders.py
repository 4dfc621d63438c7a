"""Orders that are still open."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from kundenwert.foundation.access.models import User
from kundenwert.foundation.locale_format import format_date, format_money
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for

from ..models import OrderStatus


@dataclass(frozen=True)
class OpenOrder:
    """An open order, ready to show."""

    number: str
    customer: str
    date: str
    amount: str
    url: str


def open_orders(user: User, *, limit: int = 6) -> list[OpenOrder]:
    """The newest visible open orders."""
    record_type = record_type_for("sales.order")
    rows = visible(user, record_type).filter(status=OrderStatus.OPEN).select_related("customer")
    return [
        OpenOrder(
            number=row.number,
            customer=row.customer.name if row.customer else "",
            date=format_date(timezone.localdate(row.ordered_at)),
            amount=format_money(row.net_total, row.currency),
            url=record_type.url_of(row.pk),
        )
        for row in rows.order_by("-ordered_at", "-id")[:limit]
    ]
