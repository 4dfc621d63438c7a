"""Bring a deleted record back."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.audit.write import write_audit

from ..record_type import RecordType
from .errors import CannotUndo
from .save import follow_up, readable_integrity


@transaction.atomic
def restore_record(
    record_type: RecordType, record: Any, *, actor: User, undoes: AuditEntry | None = None
) -> AuditEntry:
    """Take the mark of deletion away. `record` must be loaded with a lock in this transaction.

    Raises CannotUndo for one that is not deleted, InvalidRecord where its number is taken meanwhile.
    """
    if record.deleted_at is None:
        raise CannotUndo(_("This has been undone already."))
    record.deleted_at = None
    record.version += 1
    with readable_integrity(record_type):
        record.save(update_fields=["deleted_at", "version", "updated_at"])
    follow_up(record_type, [record.pk])
    return write_audit(
        actor=actor,
        action=f"{record_type.key}.restored",
        subject=record_type.key,
        object_id=record.pk,
        title=record_type.title_of(record),
        undoes=undoes,
    )
