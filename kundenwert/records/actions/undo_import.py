"""Take back a whole import."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg import sql

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit

from ..imports.attributes import unique_attributes
from ..imports.write import set_attributes
from ..models import ImportRun
from ..record_type import RecordType
from ..registry import record_type_for
from .errors import CannotUndo
from .in_use import in_use
from .save import follow_up

BATCH = 5_000
SUBJECT = "records.importrun"


@dataclass(frozen=True)
class Touched:
    """A record the import wrote: once, or more than once where the file speaks of it in several places."""

    id: int
    is_new: bool
    former_version: int
    """Before the first write of the import."""
    version: int
    """After the last one; somebody who changes the record counts it up."""
    before: Mapping[str, Any]
    """Values before the first write."""


@transaction.atomic
def undo_import(run: ImportRun, *, actor: User | None) -> ImportRun:
    """Delete what the import created and restore what it changed, in one transaction.

    Records that somebody has changed since are kept, and so are those that others have come to need (a customer with
    an order); `details["kept"]` counts them. Raises `CannotUndo` for an import that is not done.
    """
    run = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
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
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT record_type FROM records_importchange WHERE run_id = %s GROUP BY 1 ORDER BY min(id) DESC", [run.pk]
        )
        return [row[0] for row in cursor.fetchall()]


def _undo_type(run: ImportRun, key: str) -> int:
    """Undo one record type in batches; returns how many records were kept."""
    record_type, kept = record_type_for(key), 0
    for batch in _touched(run, key):
        done = _delete_created(record_type, [record for record in batch if record.is_new])
        done += _restore_updated(record_type, [record for record in batch if not record.is_new])
        follow_up(record_type, done)
        kept += len(batch) - len(done)
    return kept


def _touched(run: ImportRun, key: str) -> Iterator[list[Touched]]:
    """All records of a type that the import wrote, in batches by id."""
    last = 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT object_id, bool_or(before IS NULL), min(version) - 1, max(version), "
                "jsonb_agg(before ORDER BY id DESC) FILTER (WHERE before IS NOT NULL)::text "
                "FROM records_importchange WHERE run_id = %s AND record_type = %s AND object_id > %s "
                "GROUP BY object_id ORDER BY object_id LIMIT %s",
                [run.pk, key, last, BATCH],
            )
            found = [
                Touched(record_id, is_new, former_version, version, _merged(before))
                for record_id, is_new, former_version, version, before in cursor.fetchall()
            ]
        if not found:
            return
        yield found
        last = found[-1].id


def _merged(kept: str | None) -> dict[str, Any]:
    """Former values of several writes, latest first: the earliest counts."""
    merged: dict[str, Any] = {}
    for before in json.loads(kept or "[]", parse_float=Decimal):
        merged |= before
    return merged


def _delete_created(record_type: RecordType, records: list[Touched]) -> list[int]:
    if not records:
        return []
    needed = in_use(record_type.model, [record.id for record in records])
    wanted = [record for record in records if record.id not in needed]
    statement = sql.SQL(
        "UPDATE {} t SET deleted_at = %s, version = t.version + 1 "
        "FROM unnest(%s::bigint[], %s::int[]) AS w (id, version) "
        "WHERE t.id = w.id AND t.version = w.version AND t.deleted_at IS NULL RETURNING t.id"
    ).format(sql.Identifier(record_type.model._meta.db_table))
    ids, versions = [record.id for record in wanted], [record.version for record in wanted]
    with connection.cursor() as cursor:
        cursor.execute(statement, [timezone.now(), ids, versions])
        return [row[0] for row in cursor.fetchall()]


def _restore_updated(record_type: RecordType, records: list[Touched]) -> list[int]:
    wanted = {record.id: record for record in records}
    manager: Any = record_type.model._default_manager
    stored = manager.select_for_update(of=("self",)).filter(pk__in=wanted, deleted_at=None)
    unchanged = [record for record in stored if record.version == wanted[record.pk].version]
    uniques = set(unique_attributes(record_type))
    done, simple = [], []
    for record in unchanged:
        before = wanted[record.pk].before
        change = (record.pk, _restored(record_type, record, before))
        if uniques & before.keys():
            done += _restore_one(record_type, change)
        else:
            simple.append(change)
    set_attributes(record_type.model, simple, now=timezone.now())
    done += [record_id for record_id, _change in simple]
    _let_earlier_undo(record_type, [wanted[record_id] for record_id in done])
    return done


def _let_earlier_undo(record_type: RecordType, records: Sequence[Touched]) -> None:
    """The records are again as an earlier import has left them: that one may be taken back as well."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE records_importchange c SET version = w.now FROM unnest(%s::bigint[], %s::int[], %s::int[]) "
            "AS w (id, former, now) WHERE c.record_type = %s AND c.object_id = w.id AND c.version = w.former",
            [
                [record.id for record in records],
                [record.former_version for record in records],
                [record.version + 1 for record in records],
                record_type.key,
            ],
        )


def _restored(record_type: RecordType, record: Any, before: Mapping[str, Any]) -> dict[str, Any]:
    """Attribute → former value; what a module keeps beyond the columns of the record, it puts back itself."""
    columns = {field.attname: field for field in record._meta.concrete_fields}
    beyond = {name: value for name, value in before.items() if name not in columns}
    if beyond:
        record_type.restore(record, beyond)
    return {name: columns[name].to_python(value) for name, value in before.items() if name in columns}


def _restore_one(record_type: RecordType, change: tuple[int, Mapping[str, Any]]) -> list[int]:
    """A former number may have been given to somebody else since: then the record is kept as it is."""
    try:
        with transaction.atomic():
            set_attributes(record_type.model, [change], now=timezone.now())
    except IntegrityError:
        return []
    return [change[0]]
