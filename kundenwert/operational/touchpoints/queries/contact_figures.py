"""How many contacts with customers were logged this month."""

from __future__ import annotations

from django.db.models import Count

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.queries.by_day import Days, Figure, by_day, figure
from kundenwert.records.registry import record_type_for

from ..models import TouchpointKind


def contact_figures(user: User, days: Days) -> Figure:
    """Visible touchpoints beside those of a year ago; own notes are no contact. One query."""
    contacts = visible(user, record_type_for("touchpoints.touchpoint")).exclude(kind=TouchpointKind.NOTE)
    rows = by_day(contacts, "at", days, count=Count("id"))
    return figure(rows, days, lambda row: row["count"])
