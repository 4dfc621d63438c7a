"""Take back what an audit entry says was done."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.models import AuditEntry

from ..record_type import RecordType
from ..registry import record_type_for
from .change_record import change_record
from .delete_records import delete_records
from .errors import CannotUndo
from .restore_record import restore_record
from .save import kept_values


@transaction.atomic
def undo(entry: AuditEntry, *, actor: User) -> AuditEntry:
    """Undo a creation, change or deletion. Raises `CannotUndo` where somebody has changed the record since."""
    record_type = record_type_for(entry.subject)
    if entry.undone_by.exists():
        raise CannotUndo(_("This has been undone already."))
    record = record_type.model._default_manager.select_for_update(of=("self",)).get(pk=entry.object_id)
    verb = entry.action.rpartition(".")[2]
    steps = {"created": _undo_creation, "changed": _undo_change, "deleted": _undo_deletion}
    if verb not in steps:
        raise CannotUndo(_("This cannot be undone."))
    return steps[verb](record_type, record, entry, actor)


def _undo_creation(record_type: RecordType, record: Any, entry: AuditEntry, actor: User) -> AuditEntry:
    if record.version != 1 or record.deleted_at:
        raise CannotUndo(_("The record has been changed since; it was kept."))
    return delete_records(record_type, [record], actor=actor, undoes=entry)[0]


def _undo_change(record_type: RecordType, record: Any, entry: AuditEntry, actor: User) -> AuditEntry:
    after, before = entry.after or {}, entry.before or {}
    fields = {name: record_type.field(name) for name in before}
    now = kept_values(record_type, record, before)
    if record.deleted_at or any(now[name] != field.from_json(after[name]) for name, field in fields.items()):
        raise CannotUndo(_("The record has been changed since; it was kept."))
    former = {name: field.from_json(before[name]) for name, field in fields.items()}
    done = change_record(record_type, record, former, actor=actor, undoes=entry)
    if done is None:
        raise CannotUndo(_("This has been undone already."))
    return done


def _undo_deletion(record_type: RecordType, record: Any, entry: AuditEntry, actor: User) -> AuditEntry:
    return restore_record(record_type, record, actor=actor, undoes=entry)
