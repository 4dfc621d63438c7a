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

from ..models import TouchpointKind

SUBJECT = "touchpoints.touchpoint"
COLUMNS = ["id", "kind", "direction", "at", "subject", "text", "contact__name", "employee__first_name",
           "employee__last_name"]  # fmt: skip
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
    rows = list(found.order_by("-at", "-id").values(*COLUMNS)[:limit])
    files = _files([row["id"] for row in rows]) if rows else {}
    return [_entry(row, files.get(row["id"], [])) for row in rows]


def _entry(row: Mapping[str, Any], files: Sequence[tuple[str, str]]) -> TimelineEntry:
    kind = TouchpointKind(row["kind"])
    employee = f"{row['employee__first_name'] or ''} {row['employee__last_name'] or ''}".strip()
    return TimelineEntry(
        at=row["at"],
        kind=kind.value,
        icon=ICONS[kind],
        tone=TONES.get(kind, "neutral"),
        heading=row["subject"] or str(kind.label),
        body=row["text"],
        actor=" · ".join(filter(None, [employee, row["contact__name"]])),
        url=record_type_for(SUBJECT).url_of(row["id"]),
        direction=row["direction"],
        files=files,
    )


def _files(touchpoint_ids: Sequence[int]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = {}
    for file in StoredFile.objects.filter(subject=SUBJECT, object_id__in=touchpoint_ids):
        found.setdefault(file.object_id or 0, []).append((file.name, reverse("file", args=[file.pk])))
    return found
