"""Touchpoints as timeline entries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import JSONField, QuerySet
from django.db.models.expressions import RawSQL
from django.urls import reverse

from kundenwert.foundation.access.models import User
from kundenwert.records.fixed_records import FixedRecords
from kundenwert.records.registry import record_type_for
from kundenwert.records.timeline import TimelineEntry

from ..models import TouchpointKind

SUBJECT = "touchpoints.touchpoint"
COLUMNS = ["id", "kind", "direction", "at", "subject", "text", "contact__name", "employee__first_name",
           "employee__last_name", "files"]  # fmt: skip
FILES = """(
    SELECT jsonb_agg(jsonb_build_array(file.id, file.name) ORDER BY file.id) FROM files_storedfile AS file
    WHERE file.subject = %s AND file.object_id = touchpoints_touchpoint.id
)"""
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
    wanted = {**where, **({"kind": kind} if kind else {}), **({"at__lt": before} if before else {})}
    return [_entry(row) for row in _FOUND(user, *wanted.values(), shape=(tuple(wanted), limit))]


def _found(touchpoints: QuerySet[Any], shape: tuple[tuple[str, ...], int], *values: Any) -> Any:
    names, limit = shape
    found = touchpoints.filter(**dict(zip(names, values, strict=True)))
    with_files = found.annotate(files=RawSQL(FILES, [SUBJECT], output_field=JSONField()))  # noqa: S611  a constant
    return with_files.order_by("-at", "-id").values(*COLUMNS)[:limit]


_FOUND: FixedRecords[dict[str, Any]] = FixedRecords(SUBJECT, _found)


def _entry(row: Mapping[str, Any]) -> TimelineEntry:
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
        files=[(name, reverse("file", args=[file_id])) for file_id, name in row["files"] or ()],
    )
