"""Orders as timeline entries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kundenwert.foundation.access.models import User
from kundenwert.foundation.locale_format import format_money
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for
from kundenwert.records.timeline import TimelineEntry

from ..models import OrderStatus


def order_entries(user: User, customer: Any, before: datetime | None, limit: int) -> Sequence[TimelineEntry]:
    """Visible orders of a customer, newest first."""
    record_type = record_type_for("sales.order")
    found = visible(user, record_type).filter(customer_id=customer.pk)
    if before:
        found = found.filter(ordered_at__lt=before)
    orders = found.annotate(line_count=Count("lines")).select_related("owner").order_by("-ordered_at", "-id")
    return [
        TimelineEntry(
            at=order.ordered_at,
            kind="order",
            icon="shopping-cart",
            tone="success" if order.net_total >= 0 else "danger",
            heading=_heading(order),
            body=ngettext("%(count)d line", "%(count)d lines", order.line_count) % {"count": order.line_count},
            actor=order.owner.name if order.owner else "",
            url=record_type.url_of(order.pk),
        )
        for order in orders[:limit]
    ]


def _heading(order: Any) -> str:
    amount = format_money(order.net_total, order.currency)
    if order.status == OrderStatus.CANCELLED:
        return _("Order %(number)s, cancelled (%(amount)s)") % {"number": order.number, "amount": amount}
    if order.net_total < 0:
        return _("Return %(number)s: %(amount)s") % {"number": order.number, "amount": amount}
    return _("Order %(number)s: %(amount)s") % {"number": order.number, "amount": amount}
