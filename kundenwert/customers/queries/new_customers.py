"""How many customers were entered this month."""

from __future__ import annotations

from django.db.models import Count

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.queries.by_day import Days, Figure, by_day, figure
from kundenwert.records.registry import record_type_for


def new_customers(user: User, days: Days) -> Figure:
    """Visible customers by the day they were entered, beside those of a year ago. One query."""
    rows = by_day(visible(user, record_type_for("customers.customer")), "created_at", days, count=Count("id"))
    return figure(rows, days, lambda row: row["count"])
