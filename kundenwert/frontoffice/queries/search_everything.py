"""Search over all record types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kundenwert.foundation.access.models import User
from kundenwert.records.access import may
from kundenwert.records.queries.search_records import Hit, search_records
from kundenwert.records.registry import record_types


@dataclass(frozen=True)
class HitGroup:
    """Hits of one record type."""

    label: str
    icon: str
    list_url: str
    hits: Sequence[Hit]


def search_everything(user: User, typed: str, *, limit: int, suggested_only: bool = False) -> list[HitGroup]:
    """Hits of every record type the reader may see, in the order of the navigation; types without hits are left out."""
    searched = [
        found
        for found in record_types()
        if found.search and found.has_card and (found.suggested or not suggested_only) and may(user, found, "see")
    ]
    hits = search_records(user, searched, typed, limit=limit)
    return [
        HitGroup(found.label_plural, found.icon, found.list_url, hits[found.key])
        for found in searched
        if found.key in hits
    ]
