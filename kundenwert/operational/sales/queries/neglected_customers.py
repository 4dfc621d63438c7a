"""Customers of mine whom nobody has contacted for long, those who buy most first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from django.db.models import F, Q
from django.utils import timezone

from kundenwert.customers.models.choices import Stage
from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for

DAYS = 90


@dataclass(frozen=True)
class Neglected:
    """A customer and when somebody last spoke with it; None: never."""

    name: str
    kind: str
    city: str
    url: str
    phone: str
    email: str
    last_contact: datetime | None
    revenue: Decimal


def neglected_customers(user: User, *, limit: int = 6) -> list[Neglected]:
    """Own customers without contact for more than DAYS days, by their revenue in total (an index gives that order)."""
    record_type = record_type_for("customers.customer")
    long_ago = Q(last_touchpoint_at=None) | Q(last_touchpoint_at__lt=timezone.now() - timedelta(days=DAYS))
    own = visible(user, record_type).filter(long_ago, owner=user, stage=Stage.CUSTOMER, sales__net_total__gt=0)
    rows = own.annotate(revenue=F("sales__net_total")).order_by("-sales__net_total", "-sales__customer")
    rows = rows.only("name", "kind", "city", "phone", "mobile", "email", "last_touchpoint_at")
    return [
        Neglected(
            name=row.name,
            kind=row.kind,
            city=row.city,
            url=record_type.url_of(row.pk),
            phone=row.phone or row.mobile,
            email=row.email,
            last_contact=row.last_touchpoint_at,
            revenue=row.revenue,
        )
        for row in rows[:limit]
    ]
