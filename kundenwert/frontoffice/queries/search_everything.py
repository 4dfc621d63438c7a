"""Search over all record types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from kundenwert.foundation.access.models import User
from kundenwert.records.access import may
from kundenwert.records.queries.search_records import Hit, search_records
from kundenwert.records.registry import record_types


@dataclass(frozen=True)
class HitGroup:
    """Hits of one record type."""

    label: str
    icon: str
    all_url: str
    """The list of all hits; empty where none is left out."""
    hits: Sequence[Hit]


def search_everything(user: User, typed: str, *, limit: int, suggested_only: bool = False) -> list[HitGroup]:
    """Up to `limit` hits of every record type the reader may see, in the order of the navigation; none: left out."""
    searched = [
        found
        for found in record_types()
        if found.search and found.has_card and (found.suggested or not suggested_only) and may(user, found, "see")
    ]
    hits = search_records(user, searched, typed, limit=limit + 1)
    return [
        HitGroup(
            label=found.label_plural,
            icon=found.icon,
            all_url=f"{found.list_url}?{urlencode({'q': typed})}" if len(hits[found.key]) > limit else "",
            hits=hits[found.key][:limit],
        )
        for found in searched
        if found.key in hits
    ]
