"""The timeline of a record: entries of all modules by time, newest first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kundenwert.foundation.access.models import User


@dataclass(frozen=True)
class Change:
    """A changed field, in words."""

    label: str
    before: str
    after: str
    restore: str = ""
    """End of the address that puts the value back, below that of the timeline; empty where that is not possible."""


@dataclass(frozen=True)
class TimelineEntry:
    """One thing that happened."""

    at: datetime
    kind: str
    """Key of the filter it belongs to, such as `call` or `order`."""
    icon: str
    heading: str
    body: str = ""
    actor: str = ""
    url: str = ""
    tone: str = ""
    direction: str = ""
    """`in` or `out` for contacts."""
    changes: Sequence[Change] = ()
    files: Sequence[tuple[str, str]] = ()
    """Name and address of attached files."""


Find = Callable[[User, Any, datetime | None, int, str], Sequence[TimelineEntry]]
"""(reader, record, only before this time, how many, only this filter or "") → newest first."""


@dataclass(frozen=True)
class TimelineSource:
    """Where entries come from: registered by the module that has them."""

    filters: Mapping[str, Any]
    """Key of a filter the reader may choose → its label."""
    find: Find
    subject: str = ""
    """Record type that must be visible to the reader."""


_sources: dict[str, list[TimelineSource]] = {}


def register_source(record_type: str, source: TimelineSource) -> None:
    """Add a source to the timeline of a record type; called in apps.py."""
    sources = _sources.setdefault(record_type, [])
    if source not in sources:
        sources.append(source)


def sources_for(record_type: str) -> list[TimelineSource]:
    """The registered sources of a record type."""
    return _sources.get(record_type, [])
