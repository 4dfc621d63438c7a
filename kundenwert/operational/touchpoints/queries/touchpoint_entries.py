"""Touchpoints as timeline entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.urls import reverse

from kundenwert.foundation.access.models import User
from kundenwert.foundation.files.models import StoredFile
from kundenwert.records.access import visible
from kundenwert.records.registry import record_type_for
from kundenwert.records.timeline import TimelineEntry

from ..models import Touchpoint, TouchpointKind

SUBJECT = "touchpoints.touchpoint"
ICONS = {
    TouchpointKind.NOTE: "sticky-note",
    TouchpointKind.CALL: "phone",
    TouchpointKind.MAIL: "mail",
    TouchpointKind.VISIT: "map-pin",
    TouchpointKind.MESSAGE: "message-square",
    TouchpointKind.LETTER: "file-text",
}
TONES = {
    TouchpointKind.NOTE: "warning",
    TouchpointKind.CALL: "success",
    TouchpointKind.MAIL: "info",
    TouchpointKind.VISIT: "accent",
}


def touchpoint_entries(
    user: User, where: Mapping[str, Any], kind: str, before: datetime | None, limit: int
) -> Sequence[TimelineEntry]:
    """Visible touchpoints of one kind (or of all: ""), newest first."""
    found = visible(user, record_type_for(SUBJECT)).filter(**where, **({"kind": kind} if kind else {}))
    if before:
        found = found.filter(at__lt=before)
    touchpoints = list(found.select_related("employee", "contact").order_by("-at", "-id")[:limit])
    files = _files([touchpoint.pk for touchpoint in touchpoints])
    return [_entry(touchpoint, files.get(touchpoint.pk, [])) for touchpoint in touchpoints]


def _entry(touchpoint: Touchpoint, files: Sequence[tuple[str, str]]) -> TimelineEntry:
    kind = TouchpointKind(touchpoint.kind)
    people = [
        touchpoint.employee.name if touchpoint.employee else "",
        touchpoint.contact.name if touchpoint.contact else "",
    ]
    return TimelineEntry(
        at=touchpoint.at,
        kind=kind.value,
        icon=ICONS[kind],
        tone=TONES.get(kind, "neutral"),
        heading=touchpoint.subject or str(kind.label),
        body=touchpoint.text,
        actor=" · ".join(filter(None, people)),
        url=record_type_for(SUBJECT).url_of(touchpoint.pk),
        direction=touchpoint.direction,
        files=files,
    )


def _files(touchpoint_ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    for file in StoredFile.objects.filter(subject=SUBJECT, object_id__in=touchpoint_ids):
        found.setdefault(file.object_id or 0, []).append((file.name, reverse("file", args=[file.pk])))
    return found
