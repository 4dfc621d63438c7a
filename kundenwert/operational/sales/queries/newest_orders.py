"""The newest orders of a customer, as its card shows them in more than one place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from kundenwert.foundation.access.models import User
from kundenwert.records.fixed_records import FixedRecords

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
    return _BEFORE(user, customer.pk, *([before] if before else []), shape=limit)


def _before(orders: QuerySet[Any], limit: int, customer: int, before: datetime | None = None) -> Any:
    found = orders.filter(customer_id=customer, **({"ordered_at__lt": before} if before else {}))
    counted = found.annotate(line_count=RawSQL(LINES, []))  # noqa: S611  a constant
    return counted.order_by("-ordered_at", "-id").values(*COLUMNS)[:limit]


_BEFORE: FixedRecords[dict[str, Any]] = FixedRecords("sales.order", _before)
