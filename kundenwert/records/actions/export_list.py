"""Write the records of a list to a file that leaves the house."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from django.db import transaction

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit

from ..exports.export import Format, export_fields, export_records
from ..queries.export_rows import export_rows
from ..queries.list_state import ListState
from ..record_type import RecordType

SUBJECT = "records.export"


@transaction.atomic
def export_list(
    record_type: RecordType,
    state: ListState,
    target: Path,
    form: Format,
    *,
    all_fields: bool = False,
    only: Collection[int] | None = None,
    actor: User,
) -> int:
    """Write the shown columns, or all fields that an import can fill again; returns how many records.

    `only`: no other records of the list than these.

    Raises TableError where the format cannot hold so many.
    """
    fields = export_fields(record_type, () if all_fields else state.columns)
    rows = export_rows(actor, record_type, state)
    rows = rows if only is None else rows.filter(pk__in=only)
    count = export_records(target, record_type, rows, fields, form)
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.done",
        subject=SUBJECT,
        title=record_type.label_plural,
        details={
            "record_type": record_type.key,
            "count": count,
            "format": form,
            "filters": [str(entry) for entry in state.filters],
            "words": state.words,
            "fields": [field.name for field in fields],
        },
    )
    return count
