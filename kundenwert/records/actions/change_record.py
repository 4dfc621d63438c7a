"""Change fields of a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.audit.write import write_audit

from ..record_type import RecordType
from .errors import Conflict
from .save import follow_up, kept_values, readable_integrity, set_values


@transaction.atomic
def change_record(
    record_type: RecordType,
    record: Any,
    changes: Mapping[str, Any],
    *,
    actor: User | None,
    expected: Mapping[str, str] | None = None,
    action: str = "changed",
    undoes: AuditEntry | None = None,
) -> AuditEntry | None:
    """Write cleaned field values. `record` must be loaded with a lock in this transaction.

    `expected` holds, per field, the form value its editor began with: where another stands there now, `Conflict` is
    raised and nothing is written, so that two people at one field both keep what they typed. Returns the audit entry,
    None where nothing differs. Raises `InvalidRecord`.
    """
    _check_expected(record_type, record, expected or {})
    before = kept_values(record_type, record, changes)
    differing = {name: value for name, value in changes.items() if before[name] != value}
    if not differing:
        return None
    set_values(record_type, record, differing)
    record.version += 1
    with readable_integrity(record_type):
        record.save()
    follow_up(record_type, [record.pk])
    return write_audit(
        actor=actor,
        action=f"{record_type.key}.{action}",
        subject=record_type.key,
        object_id=record.pk,
        title=record_type.title_of(record),
        before={name: before[name] for name in differing},
        after=kept_values(record_type, record, differing),
        undoes=undoes,
    )


def _check_expected(record_type: RecordType, record: Any, expected: Mapping[str, str]) -> None:
    for name, began_with in expected.items():
        field = record_type.field(name)
        stands_there = field.form_value(*field.values(record))
        if stands_there != began_with:
            raise Conflict(name, field.text(*field.values(record)))
