"""Create a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit

from ..record_type import RecordType
from .errors import InvalidRecord
from .save import follow_up, kept_values, readable_integrity, set_values


@transaction.atomic
def create_record(record_type: RecordType, values: Mapping[str, Any], *, actor: User | None) -> Any:
    """Create a record from cleaned field values, audited and searchable. Raises `InvalidRecord`."""
    filled = dict(values)
    record_type.before_create(filled)
    _check_required(record_type, filled)
    record = record_type.model(created_by=actor)
    set_values(record_type, record, filled)
    with readable_integrity(record_type):
        record.save(force_insert=True)
    follow_up(record_type, [record.pk])
    entered = {name: value for name, value in filled.items() if value not in (None, "", [])}
    write_audit(
        actor=actor,
        action=f"{record_type.key}.created",
        subject=record_type.key,
        object_id=record.pk,
        title=record_type.title_of(record),
        after=kept_values(record_type, record, [name for name in entered if name in record_type.all_fields]),
    )
    record_type.after_create(record, actor=actor)
    return record


def _check_required(record_type: RecordType, values: Mapping[str, Any]) -> None:
    missing = {
        entry.name: _("This field must not be empty.")
        for entry in record_type.own_fields.values()
        if entry.required and entry.editable and entry.name not in values and not _has_default(record_type, entry.name)
    }
    if missing:
        raise InvalidRecord(missing)


def _has_default(record_type: RecordType, name: str) -> bool:
    return record_type.model._meta.get_field(name).has_default()  # type: ignore[union-attr]
