"""What was done to a record, from the audit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.database.fixed_query import FixedQuery
from kundenwert.foundation.locale_format import format_decimal

from ..models import BulkChange, BulkRun, ImportChange
from ..record_type import RecordType
from ..timeline import Change, TimelineEntry

ACTOR = ["actor__first_name", "actor__last_name", "actor__email"]
RUN_ACTOR = [f"run__created_by__{name}" for name in ("first_name", "last_name", "email")]


def record_history(record_type: RecordType, record: Any, before: datetime | None, limit: int) -> list[TimelineEntry]:
    """Audit entries of a record and the imports that touched it, newest first."""
    values = (record_type.key, record.pk, *([before] if before else []))
    history = [_entry(record_type, entry) for entry in _ENTRIES(*values, shape=limit)]
    history += [_import(change) for change in _CHANGES(*values, shape=limit)]
    return history + [_bulk(record_type, change) for change in _BULK(*values, shape=limit)]


def _entries(limit: int, subject: str, object_id: int, before: datetime | None = None) -> Any:
    earlier = {"at__lt": before} if before else {}
    entries = AuditEntry.objects.filter(subject=subject, object_id=object_id, **earlier)
    return entries.values("id", "at", "action", "before", "after", "undoes_id", *ACTOR)[:limit]


def _changes_by_import(limit: int, record_type: str, object_id: int, before: datetime | None = None) -> Any:
    earlier = {"run__finished_at__lt": before} if before else {}
    changes = ImportChange.objects.filter(record_type=record_type, object_id=object_id, **earlier)
    shown = changes.values("before", "run__file_name", "run__finished_at", "run__created_at", *RUN_ACTOR)
    return shown.order_by("-id")[:limit]


def _changes_of_many(limit: int, record_type: str, object_id: int, before: datetime | None = None) -> Any:
    earlier = {"run__created_at__lt": before} if before else {}
    changes = BulkChange.objects.filter(state="changed", object_id=object_id, run__record_type=record_type, **earlier)
    return changes.order_by("-id").select_related("run__created_by")[:limit]


_BULK: FixedQuery[BulkChange] = FixedQuery(_changes_of_many)
_ENTRIES: FixedQuery[dict[str, Any]] = FixedQuery(_entries)
_CHANGES: FixedQuery[dict[str, Any]] = FixedQuery(_changes_by_import)


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


def _changes(record_type: RecordType, entry: Mapping[str, Any]) -> Sequence[Change]:
    known = record_type.all_fields
    before, after = entry["before"] or {}, entry["after"] or {}
    return [
        Change(
            label=str(known[name].label),
            before=known[name].text_of_kept(before[name]),
            after=known[name].text_of_kept(after.get(name)),
            restore=f"{entry['id']}/{name}" if known[name].editable else "",
        )
        for name in before
        if name in known and before[name] != after.get(name)
    ]


def _import(change: Mapping[str, Any]) -> TimelineEntry:
    return TimelineEntry(
        at=change["run__finished_at"] or change["run__created_at"],
        kind="changes",
        icon="file-up",
        heading=_("Created by import") if change["before"] is None else _("Changed by import"),
        body=change["run__file_name"],
        actor=_name([change[column] for column in RUN_ACTOR]),
    )


def _bulk(record_type: RecordType, change: BulkChange) -> TimelineEntry:
    """What was done to this record together with others."""
    run = change.run
    shown: Sequence[Change] = ()
    field = record_type.all_fields.get(run.field)
    if field and run.verb == BulkRun.Verb.CHANGE:
        former = (change.before or {}).get(field.kept_attribute)
        texts = field.text_of_kept(former), field.text_of_kept(run.value_for(former))
        shown = [Change(str(field.label), *texts)]
    others, removed = run.changed - 1, run.verb == BulkRun.Verb.DELETE
    if removed:
        text = ngettext("Deleted together with one other", "Deleted together with %(count)s others", others)
    else:
        text = ngettext("Changed together with one other", "Changed together with %(count)s others", others)
    single = _("Deleted") if removed else _("Changed")
    return TimelineEntry(
        at=run.created_at,
        kind="changes",
        icon="trash-2" if removed else "pencil",
        heading=text % {"count": format_decimal(others, 0)} if others > 0 else single,
        actor=run.created_by.name,
        changes=shown,
    )
