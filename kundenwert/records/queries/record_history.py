"""What was done to a record, from the audit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from kundenwert.foundation.audit.models import AuditEntry

from ..models import ImportChange
from ..record_type import RecordType
from ..timeline import TimelineEntry

ACTOR = ["actor__first_name", "actor__last_name", "actor__email"]
RUN_ACTOR = [f"run__created_by__{name}" for name in ("first_name", "last_name", "email")]


def record_history(record_type: RecordType, record: Any, before: datetime | None, limit: int) -> list[TimelineEntry]:
    """Audit entries of a record and the imports that touched it, newest first."""
    entries = AuditEntry.objects.filter(subject=record_type.key, object_id=record.pk)
    entries = entries.values("at", "action", "before", "after", "undoes_id", *ACTOR)
    if before:
        entries = entries.filter(at__lt=before)
    history = [_entry(record_type, entry) for entry in entries[:limit]]
    return history + _imports(record_type, record, before, limit)


def _entry(record_type: RecordType, entry: Mapping[str, Any]) -> TimelineEntry:
    verb = entry["action"].rpartition(".")[2]
    icons = {"created": "plus", "changed": "pencil", "deleted": "trash-2", "restored": "undo-2"}
    return TimelineEntry(
        at=entry["at"],
        kind="changes",
        icon=icons.get(verb, "history"),
        heading=_heading(record_type, verb, undone=entry["undoes_id"] is not None),
        actor=_name([entry[column] for column in ACTOR]),
        changes=_changes(record_type, entry) if entry["before"] else (),
    )


def _name(parts: Sequence[str | None]) -> str:
    first, last, email = (part or "" for part in parts)
    return f"{first} {last}".strip() or email or _("Program")


def _heading(record_type: RecordType, verb: str, *, undone: bool) -> str:
    headings: dict[str, Any] = {
        "created": _("Created"),
        "changed": _("Change undone") if undone else _("Changed"),
        "deleted": _("Deleted"),
        "restored": _("Restored"),
        **record_type.action_labels,
    }
    return str(headings.get(verb, _("Changed")))


def _changes(record_type: RecordType, entry: Mapping[str, Any]) -> Sequence[tuple[str, str, str]]:
    known = record_type.all_fields
    before, after = entry["before"] or {}, entry["after"] or {}
    return [
        (str(known[name].label), known[name].text_of_kept(before[name]), known[name].text_of_kept(after.get(name)))
        for name in before
        if name in known and before[name] != after.get(name)
    ]


def _imports(record_type: RecordType, record: Any, before: datetime | None, limit: int) -> list[TimelineEntry]:
    changes = ImportChange.objects.filter(record_type=record_type.key, object_id=record.pk)
    changes = changes.values("before", "run__file_name", "run__finished_at", "run__created_at", *RUN_ACTOR)
    if before:
        changes = changes.filter(run__finished_at__lt=before)
    return [
        TimelineEntry(
            at=change["run__finished_at"] or change["run__created_at"],
            kind="changes",
            icon="file-up",
            heading=_("Created by import") if change["before"] is None else _("Changed by import"),
            body=change["run__file_name"],
            actor=_name([change[column] for column in RUN_ACTOR]),
        )
        for change in changes.order_by("-id")[:limit]
    ]
