"""Delete records so that it can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.audit.write import write_audit

from ..record_type import RecordType
from .save import follow_up


@transaction.atomic
def delete_records(
    record_type: RecordType, records: Sequence[Any], *, actor: User | None, undoes: AuditEntry | None = None
) -> list[AuditEntry]:
    """Mark records as deleted. They must be loaded with a lock in this transaction."""
    entries = []
    for record in records:
        record.deleted_at = timezone.now()
        record.version += 1
        record.save(update_fields=["deleted_at", "version", "updated_at"])
        entries.append(
            write_audit(
                actor=actor,
                action=f"{record_type.key}.deleted",
                subject=record_type.key,
                object_id=record.pk,
                title=record_type.title_of(record),
                undoes=undoes,
            )
        )
    ids = [record.pk for record in records]
    follow_up(record_type, ids)
    return entries
