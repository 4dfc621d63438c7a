"""Orders as timeline entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kundenwert.foundation.access.models import User
from kundenwert.foundation.locale_format import format_money
from kundenwert.records.registry import record_type_for
from kundenwert.records.timeline import TimelineEntry

from ..models import OrderStatus
from .newest_orders import LIMIT, newest_orders, orders_before


def order_entries(user: User, customer: Any, before: datetime | None, limit: int) -> Sequence[TimelineEntry]:
    """Visible orders of a customer, newest first."""
    record_type = record_type_for("sales.order")
    is_first_page = before is None and limit <= LIMIT
    rows = newest_orders(user, customer)[:limit] if is_first_page else orders_before(user, customer, before, limit)
    return [
        TimelineEntry(
            at=row["ordered_at"],
            kind="order",
            icon="shopping-cart",
            tone="success" if row["net_total"] >= 0 else "danger",
            heading=_heading(row),
            body=ngettext("%(count)d line", "%(count)d lines", row["line_count"]) % {"count": row["line_count"]},
            actor=f"{row['owner__first_name']} {row['owner__last_name']}" if row["owner__last_name"] else "",
            url=record_type.url_of(row["id"]),
        )
        for row in rows
    ]


def _heading(row: Mapping[str, Any]) -> str:
    amount = format_money(row["net_total"], row["currency"])
    if row["status"] == OrderStatus.CANCELLED:
        return _("Order %(number)s, cancelled (%(amount)s)") % {"number": row["number"], "amount": amount}
    if row["net_total"] < 0:
        return _("Return %(number)s: %(amount)s") % {"number": row["number"], "amount": amount}
    return _("Order %(number)s: %(amount)s") % {"number": row["number"], "amount": amount}
