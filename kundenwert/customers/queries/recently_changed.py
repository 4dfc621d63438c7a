"""Customers of mine that were changed last."""

from __future__ import annotations

from typing import Any

from kundenwert.foundation.access.models import User
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for


def recently_changed(user: User, *, limit: int = 6) -> list[dict[str, Any]]:
    """Own customers, the last changed first: name, kind, city, url, at."""
    record_type = record_type_for("customers.customer")
    rows = visible(user, record_type).filter(owner=user).order_by("-updated_at", "-id")
    return [
        {"name": name, "kind": kind, "city": city, "url": record_type.url_of(pk), "at": at}
        for pk, name, kind, city, at in rows.values_list("id", "name", "kind", "city", "updated_at")[:limit]
    ]
