"""The bin: what was deleted lately, by whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from operator import itemgetter

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.locale_format import format_datetime

from ..access import deleted
from ..models import BulkChange
from ..record_type import RecordType

LIMIT = 200


@dataclass(frozen=True)
class DeletedRecord:
    """A record in the bin."""

    id: int
    title: str
    hint: str
    at: str
    by: str
    """Empty: the program itself, as when an import was taken back."""


def deleted_records(user: User, record_type: RecordType, *, limit: int = LIMIT) -> list[DeletedRecord]:
    """Up to `limit` records that the user may bring back, last deleted first."""
    rows = list(deleted(user, record_type).select_related(*record_type.linked).order_by("-deleted_at", "-pk")[:limit])
    names = _names(record_type, [row.pk for row in rows])
    hints = [record_type.field(name) for name in record_type.search_hint]
    return [
        DeletedRecord(
            id=row.pk,
            title=record_type.title_of(row),
            hint=" · ".join(filter(None, (hint.text(*hint.values(row)) for hint in hints))),
            at=format_datetime(row.deleted_at),
            by=names.get(row.pk, ""),
        )
        for row in rows
    ]


def _names(record_type: RecordType, ids: Sequence[int]) -> dict[int, str]:
    """Who deleted each last: alone, which the audit tells, or together with others."""
    alone = AuditEntry.objects.filter(subject=record_type.key, object_id__in=ids, action=f"{record_type.key}.deleted")
    many = BulkChange.objects.filter(
        object_id__in=ids, state="changed", run__record_type=record_type.key, run__verb="delete"
    ).select_related("run__created_by")
    found = [(entry.at, entry.object_id or 0, entry.actor) for entry in alone.select_related("actor")]
    found += [(each.run.created_at, each.object_id, each.run.created_by) for each in many]
    return {record_id: actor.name if actor else "" for _at, record_id, actor in sorted(found, key=itemgetter(0))}
