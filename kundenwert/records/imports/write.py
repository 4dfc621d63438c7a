"""Writing pending records: rows, search entries, and what the undo needs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection
from psycopg import sql

from kundenwert.foundation.access.models import User

from ..models import ImportRun
from ..record_type import RecordType
from ..search.index import add_to_vocabulary, copy_entries, index_words, reindex
from .copy import copy_rows, next_ids
from .pending import Pending


def insert_pending(
    record_type: RecordType, run: ImportRun, entries: Sequence[Pending], *, actor: User | None, now: datetime
) -> None:
    """COPY new records with their search entries."""
    if not entries:
        return
    meta = record_type.model._meta
    for entry, record_id in zip(entries, next_ids(meta.db_table, len(entries)), strict=True):
        entry.new_id = record_id
    fields = [field for field in meta.concrete_fields if field.attname not in {"id", *ENGINE}]
    columns = ["id", "created_at", "created_by_id", "updated_at", "version", "deleted_at", *(str(field.column) for field in fields)]
    names = [field.attname for field in fields]
    actor_id = actor.pk if actor else None
    copy_rows(meta.db_table, columns, (_row(entry, names, actor_id, now) for entry in entries))
    _index(record_type, entries)
    _note_changes(record_type, run, [(entry.new_id, None, 1) for entry in entries])


ENGINE = ("created_at", "created_by_id", "updated_at", "version", "deleted_at")


def _row(entry: Pending, names: Sequence[str], actor_id: int | None, now: datetime) -> list[Any]:
    values = {**entry.values, **entry.derived}
    return [entry.new_id, now, actor_id, now, 1, None, *(values[name] for name in names)]


def _index(record_type: RecordType, entries: Sequence[Pending]) -> None:
    if not record_type.search:
        return
    found = [(entry.new_id or 0, index_words(record_type.search_words({**entry.values, **entry.derived}))) for entry in entries]
    copy_entries(record_type, found)
    add_to_vocabulary(word for _id, words in found for word in words)


def update_pending(record_type: RecordType, run: ImportRun, entries: Sequence[Pending], *, now: datetime) -> None:
    """Write the changed attributes of stored records; each keeps its former values for the undo."""
    if not entries:
        return
    meta = record_type.model._meta
    changes = [(entry, entry.changes()) for entry in entries]
    groups: dict[tuple[str, ...], list[list[Any]]] = {}
    for entry, changed in changes:
        names = tuple(sorted(changed))
        groups.setdefault(names, []).append([*(changed[name] for name in names), now, entry.id])
    columns = {field.attname: str(field.column) for field in meta.concrete_fields}
    with connection.cursor() as cursor:
        for names, parameters in groups.items():
            assignments = sql.SQL(", ").join([sql.SQL("{} = %s").format(sql.Identifier(columns[name])) for name in names])
            statement = sql.SQL("UPDATE {} SET {}, updated_at = %s, version = version + 1 WHERE id = %s")
            cursor.executemany(statement.format(sql.Identifier(meta.db_table), assignments), parameters)
    before = [(entry.id, {name: (entry.stored or {})[name] for name in changed}, (entry.stored or {})["version"] + 1)
              for entry, changed in changes]  # fmt: skip
    _note_changes(record_type, run, before)
    reindex(record_type, [entry.id for entry in entries if entry.id is not None])


def _note_changes(record_type: RecordType, run: ImportRun, changes: Sequence[tuple[int | None, Any, int]]) -> None:
    columns = ["run_id", "record_type", "object_id", "before", "version"]
    rows = ((str(run.pk), record_type.key, record_id, before, version) for record_id, before, version in changes)
    copy_rows("records_importchange", columns, rows)
