"""What the team last did with customers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for

from ..models import TouchpointKind
from .touchpoint_entries import ICONS, TONES


@dataclass(frozen=True)
class LastTouchpoint:
    """A touchpoint, ready to show."""

    heading: str
    icon: str
    tone: str
    customer: str
    customer_url: str
    employee: str
    at: datetime


def last_touchpoints(user: User, *, limit: int = 8) -> list[LastTouchpoint]:
    """The newest visible touchpoints of everybody."""
    customers = record_type_for("customers.customer")
    rows = visible(user, record_type_for("touchpoints.touchpoint")).select_related("customer", "employee")
    return [
        LastTouchpoint(
            heading=row.subject or row.text.strip().split("\n")[0][:120] or row.get_kind_display(),
            icon=ICONS[TouchpointKind(row.kind)],
            tone=TONES.get(TouchpointKind(row.kind), "neutral"),
            customer=row.customer.name,
            customer_url=customers.url_of(row.customer_id),
            employee=row.employee.name if row.employee else "",
            at=row.at,
        )
        for row in rows.order_by("-at", "-id")[:limit]
    ]
