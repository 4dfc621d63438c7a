"""One batch of a run: changing, deleting, and taking back."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User

from ..access import visible
from ..actions.errors import InvalidRecord
from ..actions.save import follow_up, set_values
from ..imports.write import set_attributes
from ..models import BulkChange, BulkRun
from ..record_type import RecordType

State = BulkChange.State
PROBLEMS_SHOWN = 20
Written = tuple[int, Mapping[str, Any]]


def do_batch(record_type: RecordType, run: BulkRun, batch: Sequence[BulkChange], *, actor: User) -> None:
    """Change or delete the records of a batch and note on each what became of it; counts on the run."""
    ids = [change.object_id for change in batch]
    stored = {record.pk: record for record in _allowed(record_type, run, actor).filter(pk__in=ids)}
    writing: list[tuple[BulkChange, dict[str, Any]]] = []
    for change in batch:
        record = stored.get(change.object_id)
        if record is None:
            _skip(run, change, "", _("It is not there any more, or you may not do this with it."))
            continue
        try:
            written = _written(record_type, run, record)
        except InvalidRecord as error:
            _skip(run, change, record_type.title_of(record), str(error))
            continue
        if not written:
            change.state = State.UNCHANGED
            run.unchanged += 1
            continue
        change.before, change.version = written[1], record.version + 1
        writing.append((change, written[0]))
    for change in _write(record_type, writing):
        _skip(run, change, record_type.title_of(stored[change.object_id]), _("The value is taken by another record."))
    done = [change for change, _values in writing if change.state != State.SKIPPED]
    for change in done:
        change.state = State.CHANGED
    run.changed += len(done)
    follow_up(record_type, [change.object_id for change in done])
    _note(batch)


def undo_batch(record_type: RecordType, run: BulkRun, batch: Sequence[BulkChange]) -> None:
    """Put back what the run changed; records that somebody has changed since stay as they are."""
    manager: Any = record_type.model._default_manager
    ids = [change.object_id for change in batch]
    stored = {record.pk: record for record in manager.select_for_update(of=("self",)).filter(pk__in=ids)}
    columns = {field.attname: field for field in record_type.model._meta.concrete_fields}
    writing: list[tuple[BulkChange, dict[str, Any]]] = []
    for change in batch:
        record = stored.get(change.object_id)
        change.state = State.KEPT
        if record is not None and record.version == change.version:
            former = {name: columns[name].to_python(value) for name, value in (change.before or {}).items()}
            writing.append((change, former))
            change.state = State.UNDONE
    for change in _write(record_type, writing):
        change.state = State.KEPT
    done = [change.object_id for change, _values in writing if change.state == State.UNDONE]
    run.kept += len(batch) - len(done)
    follow_up(record_type, done)
    _note(batch)


def _allowed(record_type: RecordType, run: BulkRun, actor: User) -> Any:
    """Rights are asked again: a run may wait, and a role may have been taken away."""
    return visible(actor, record_type, run.verb).select_for_update(of=("self",)).order_by("pk")


def _written(record_type: RecordType, run: BulkRun, record: Any) -> tuple[dict[str, Any], dict[str, Any]] | None:
    """Attributes to write and their former values; None where nothing differs. Raises InvalidRecord."""
    if run.verb == BulkRun.Verb.DELETE:
        return {"deleted_at": timezone.now()}, {"deleted_at": None}
    field = record_type.field(run.field)
    if not record_type.makes_sense(field.name, record):
        raise InvalidRecord({field.name: _("The field does not suit this record.")})
    names = [column.attname for column in record._meta.concrete_fields]
    before = {name: getattr(record, name) for name in names}
    set_values(record_type, record, {field.name: field.from_json(run.value_for(before.get(field.kept_attribute)))})
    changed = {name: getattr(record, name) for name in names if getattr(record, name) != before[name]}
    return (changed, {name: before[name] for name in changed}) if changed else None


def _write(record_type: RecordType, writing: Sequence[tuple[BulkChange, Mapping[str, Any]]]) -> Sequence[BulkChange]:
    """Write all at once; where a constraint refuses, one by one. Returns those that could not be written."""

    def write(some: Sequence[Written]) -> None:
        with transaction.atomic():
            set_attributes(record_type.model, some, now=timezone.now())

    rows = [(change.object_id, values) for change, values in writing]
    if not rows or _goes(write, rows):
        return []
    return [change for (change, _values), row in zip(writing, rows, strict=True) if not _goes(write, [row])]


def _goes(write: Callable[[Sequence[Written]], None], rows: Sequence[Written]) -> bool:
    try:
        write(rows)
    except IntegrityError:
        return False
    return True


def _note(batch: Sequence[BulkChange]) -> None:
    """In one statement; Django's bulk_update would take two thirds of a run's time."""
    columns: list[list[Any]] = [
        [change.pk for change in batch],
        [change.state for change in batch],
        [None if change.before is None else json.dumps(change.before, cls=DjangoJSONEncoder) for change in batch],
        [change.version for change in batch],
    ]
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE records_bulkchange AS c SET state = w.state, before = w.before::jsonb, version = w.version "
            "FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::int[]) AS w (id, state, before, version) "
            "WHERE c.id = w.id",
            columns,
        )


def _skip(run: BulkRun, change: BulkChange, title: str, reason: str) -> None:
    change.state, change.before, change.version = State.SKIPPED, None, None
    run.skipped += 1
    if len(run.problems) < PROBLEMS_SHOWN:
        run.problems = [*run.problems, [title, reason]]
