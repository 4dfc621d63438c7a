"""The newest orders of a customer, as its card shows them in more than one place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models.expressions import RawSQL

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for

LIMIT = 21
"""One page of the timeline and the entry that tells that there is a next one."""
COLUMNS = ["id", "number", "ordered_at", "status", "currency", "net_total", "line_count", "owner__first_name",
           "owner__last_name"]  # fmt: skip
# Counted for the rows that are shown; a join would count the lines of all orders first.
LINES = "(SELECT count(*) FROM sales_orderline AS line WHERE line.order_id = sales_order.id)"


def newest_orders(user: User, customer: Any) -> Sequence[dict[str, Any]]:
    """Up to LIMIT visible orders, newest first, as rows of COLUMNS; kept on the customer."""
    kept: Sequence[dict[str, Any]] | None = getattr(customer, "_newest_orders", None)
    if kept is None:
        kept = customer._newest_orders = orders_before(user, customer, None, LIMIT)  # noqa: SLF001  the request's own
    return kept


def orders_before(user: User, customer: Any, before: datetime | None, limit: int) -> Sequence[dict[str, Any]]:
    """Visible orders before a time, newest first, as rows of COLUMNS."""
    found = visible(user, record_type_for("sales.order")).filter(customer_id=customer.pk)
    if before:
        found = found.filter(ordered_at__lt=before)
    counted = found.annotate(line_count=RawSQL(LINES, []))  # noqa: S611  a constant
    return list(counted.order_by("-ordered_at", "-id").values(*COLUMNS)[:limit])
