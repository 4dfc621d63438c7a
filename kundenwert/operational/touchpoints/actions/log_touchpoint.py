"""Log a contact with a customer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from kundenwert.foundation.access.models import User
from kundenwert.foundation.files.store import store_file
from kundenwert.records.actions.create_record import create_record
from kundenwert.records.registry import record_type_for

from ..models import Touchpoint

SUBJECT = "touchpoints.touchpoint"


@transaction.atomic
def log_touchpoint(values: Mapping[str, Any], *, files: Sequence[Any] = (), actor: User) -> Touchpoint:
    """Create the touchpoint with its uploaded `files` (Django's UploadedFile).

    Raises `InvalidRecord` and `FileTooLarge`; then nothing is kept.
    """
    touchpoint: Touchpoint = create_record(record_type_for(SUBJECT), values, actor=actor)
    for file in files:
        store_file(file.chunks(), name=file.name or "", actor=actor, subject=SUBJECT, object_id=touchpoint.pk)
    return touchpoint
