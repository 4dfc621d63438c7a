"""What sales adds to other modules' records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.records.access import may_with
from kundenwert.records.fields import DateTimeField, IntegerField, MoneyField
from kundenwert.records.record_type import Extension, Panel
from kundenwert.records.registry import extend, record_type_for
from kundenwert.records.timeline import TimelineEntry, TimelineSource, register_source

from .queries.customer_purchases import customer_purchases
from .queries.order_entries import order_entries
from .queries.order_lines import order_lines

SUBJECT = "sales.order"
FIELDS = [
    MoneyField(name="revenue", label=_("Revenue"), paths=("sales__net_total",), editable=False, subject=SUBJECT),
    MoneyField(
        name="revenue_365",
        label=_("Revenue, last 365 days"),
        paths=("sales__net_total_365",),
        editable=False,
        subject=SUBJECT,
    ),
    IntegerField(name="order_count", label=_("Orders"), paths=("sales__order_count",), editable=False, subject=SUBJECT),
    DateTimeField(
        name="last_order_at", label=_("Last order"), paths=("sales__last_order_at",), editable=False, subject=SUBJECT
    ),
]


def register() -> None:
    """Columns and purchases on the customer, orders in its timeline, the lines on the order's card."""
    purchases = Panel("purchases", "sales/parts/purchases.html", _purchases, side="end", order=20, subject=SUBJECT)
    extend(Extension("customers.customer", fields=FIELDS, panels=[purchases]))
    register_source("customers.customer", TimelineSource({"order": _("Orders")}, _timeline, SUBJECT))
    lines = Panel("lines", "sales/parts/lines.html", _lines, side="main", order=10, subject=SUBJECT)
    extend(Extension(SUBJECT, panels=[lines]))


def _timeline(user: User, record: Any, before: datetime | None, limit: int, _only: str) -> Sequence[TimelineEntry]:
    return order_entries(user, record, before, limit)


def _purchases(request: SignedInRequest, record: Any) -> dict[str, Any]:
    return customer_purchases(request.user, record)


def _lines(request: SignedInRequest, record: Any) -> dict[str, Any]:
    may_change = may_with(request.user, record_type_for(SUBJECT), record, "change")
    return {**order_lines(record), "may_change": may_change}
