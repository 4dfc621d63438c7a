"""What may be done to many records, and whose runs one may look at."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404

from kundenwert.foundation.access.grants import grants
from kundenwert.foundation.access.models import User

from ..fields import Field
from ..imports.attributes import unique_attributes
from ..models import BulkRun
from ..record_type import RecordType


def bulk_fields(record_type: RecordType) -> list[Field]:
    """Fields that many records may share a value of; no numbers that are given once."""
    single = set(unique_attributes(record_type))
    return [field for field in record_type.own_fields.values() if field.editable and field.name not in single]


def access_bulk_run(user: User, run_id: UUID) -> BulkRun:
    """A run of one's own; for administrators any. Raises Http404 for those of others, in the same words as for none."""
    runs = BulkRun.objects.select_related("created_by")
    if not grants(user).is_administrator:
        runs = runs.filter(created_by=user)
    run = runs.filter(pk=run_id).first()
    if run is None:
        raise Http404
    return run
