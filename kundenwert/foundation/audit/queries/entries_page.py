"""Answers: what happened last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from ..models import AuditEntry

PAGE = 50


@dataclass(frozen=True)
class EntryFilter:
    """What is looked for; empty matches everything. Days are those of the installation's time zone."""

    actor_id: int | None = None
    action: str = ""
    subject: str = ""
    day: date | None = None
    object_id: int | None = None


@dataclass(frozen=True)
class EntriesPage:
    """Entries, latest first, and where the next page begins: empty on the last."""

    entries: list[AuditEntry]
    next_cursor: str


def entries_page(wanted: EntryFilter, after: str = "") -> EntriesPage:
    """One page of the log, read from an index however long the log is. A cursor that is none begins at the start."""
    found = _filtered(wanted)
    place = _read_cursor(after)
    if place:
        at, entry_id = place
        found = found.filter(Q(at__lt=at) | Q(at=at, pk__lt=entry_id), at__lte=at)
    entries = list(found.order_by("-at", "-pk").select_related("actor")[: PAGE + 1])
    cursor = _cursor(entries[PAGE - 1]) if len(entries) > PAGE else ""
    return EntriesPage(entries[:PAGE], cursor)


def _filtered(wanted: EntryFilter) -> QuerySet[AuditEntry]:
    found = AuditEntry.objects.all()
    if wanted.actor_id is not None:
        found = found.filter(actor_id=wanted.actor_id)
    if wanted.action:
        found = found.filter(action=wanted.action)
    if wanted.subject:
        found = found.filter(subject=wanted.subject)
    if wanted.object_id is not None:
        found = found.filter(object_id=wanted.object_id)
    if wanted.day:
        start = timezone.make_aware(datetime.combine(wanted.day, time.min))
        end = timezone.make_aware(datetime.combine(wanted.day + timedelta(days=1), time.min))
        found = found.filter(at__gte=start, at__lt=end)
    return found


def _cursor(entry: AuditEntry) -> str:
    return f"{entry.at.isoformat()}_{entry.pk}"


def _read_cursor(text: str) -> tuple[datetime, int] | None:
    at, _mark, entry_id = text.partition("_")
    try:
        moment, number = datetime.fromisoformat(at), int(entry_id)
    except ValueError:
        return None
    return (moment, number) if moment.tzinfo and 0 < number < 2**63 else None
