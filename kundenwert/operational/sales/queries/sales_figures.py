"""Revenue and orders of this month beside those of a year ago."""

from __future__ import annotations

from django.db.models import Count, Sum

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.queries.by_day import Days, Figure, by_day, figure
from kundenwert.records.registry import record_type_for

from ..models import OrderStatus


def sales_figures(user: User, days: Days) -> tuple[Figure, Figure]:
    """Net revenue and number of the visible orders that are not cancelled; one query."""
    orders = visible(user, record_type_for("sales.order")).exclude(status=OrderStatus.CANCELLED)
    rows = by_day(orders, "ordered_at", days, net=Sum("net_total"), count=Count("id"))
    return figure(rows, days, lambda row: row["net"]), figure(rows, days, lambda row: row["count"])
