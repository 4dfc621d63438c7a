"""Take back a whole import."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg import sql

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit

from ..models import ImportChange, ImportRun
from ..record_type import RecordType
from ..registry import record_type_for
from ..search.index import reindex
from .errors import CannotUndo

BATCH = 5_000
SUBJECT = "records.importrun"


@transaction.atomic
def undo_import(run: ImportRun, *, actor: User | None) -> ImportRun:
    """Delete what the import created and restore what it changed, in one transaction.

    Records that somebody has changed since are kept; `details["kept"]` counts them. Raises `CannotUndo` for an import
    that is not done.
    """
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.status != ImportRun.Status.DONE:
        raise CannotUndo(_("Only a finished import can be undone."))
    kept = sum(_undo_type(run, key) for key in _types(run))
    run.status, run.details = ImportRun.Status.UNDONE, {**run.details, "kept": kept}
    run.save()
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.undone",
        subject=SUBJECT,
        title=run.file_name,
        details={"import_id": str(run.pk), "kept": kept},
    )
    return run


def _types(run: ImportRun) -> list[str]:
    """Record types in the order in which their records were first written, last first: orders before customers."""
    first = run.changes.order_by("id").values_list("record_type", flat=True)
    return list(dict.fromkeys(reversed(list(dict.fromkeys(first.iterator())))))


def _undo_type(run: ImportRun, key: str) -> int:
    """Undo one record type in batches; returns how many records were kept because they have changed since."""
    record_type, kept, last = record_type_for(key), 0, 0
    while True:
        changes = list(run.changes.filter(record_type=key, id__gt=last).order_by("id")[:BATCH])
        if not changes:
            return kept
        last = changes[-1].pk
        kept += _undo_batch(record_type, changes)


def _undo_batch(record_type: RecordType, changes: list[ImportChange]) -> int:
    created = [change for change in changes if change.before is None]
    updated = [change for change in changes if change.before is not None]
    done = _delete_created(record_type, created) + _restore_updated(record_type, updated)
    record_type.after_write(done)
    reindex(record_type, done)
    return len(changes) - len(done)


def _delete_created(record_type: RecordType, changes: list[ImportChange]) -> list[int]:
    if not changes:
        return []
    table = record_type.model._meta.db_table
    statement = sql.SQL(
        "UPDATE {} SET deleted_at = %s, version = version + 1 "
        "WHERE id = ANY(%s) AND version = 1 AND deleted_at IS NULL RETURNING id"
    )
    with connection.cursor() as cursor:
        cursor.execute(
            statement.format(sql.Identifier(table)), [timezone.now(), [change.object_id for change in changes]]
        )
        return [row[0] for row in cursor.fetchall()]


def _restore_updated(record_type: RecordType, changes: list[ImportChange]) -> list[int]:
    wanted = {change.object_id: change for change in changes}
    records: Any = record_type.model._default_manager.select_for_update(of=("self",)).filter(
        pk__in=wanted, deleted_at=None
    )
    done = []
    for record in records:
        change = wanted[record.pk]
        if record.version != change.version:
            continue
        record_type.restore(record, change.before or {})
        record.version += 1
        record.save()
        done.append(record.pk)
    return done
