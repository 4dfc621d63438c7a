"""A page of a record's timeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kundenwert.foundation.access.models import User

from ..access import may
from ..record_type import RecordType
from ..registry import record_type_for
from ..timeline import TimelineEntry, TimelineSource, sources_for
from .record_history import record_history

PAGE = 20


@dataclass(frozen=True)
class TimelinePage:
    """Entries, newest first, and the time before which the next page begins (None: that was all)."""

    entries: Sequence[TimelineEntry]
    older_than: datetime | None


def readable_sources(user: User, record_type: RecordType) -> list[TimelineSource]:
    """The sources whose records the reader may see."""
    return [
        source
        for source in sources_for(record_type.key)
        if not source.subject or may(user, record_type_for(source.subject), "see")
    ]


def timeline_page(
    user: User, record_type: RecordType, record: Any, *, before: datetime | None = None, only: str = ""
) -> TimelinePage:
    """Up to PAGE entries of all sources, or of one. Entries of the very same time are never split over two pages."""
    found: list[TimelineEntry] = []
    for source in readable_sources(user, record_type):
        if not only or only in source.filters:
            found += source.find(user, record, before, PAGE + 1, only)
    if only in {"", "changes"}:
        found += record_history(record_type, record, before, PAGE + 1)
    found.sort(key=lambda entry: entry.at, reverse=True)
    if len(found) <= PAGE:
        return TimelinePage(found, None)
    last = found[PAGE - 1].at
    shown = [entry for entry in found if entry.at >= last]
    return TimelinePage(shown, last)
