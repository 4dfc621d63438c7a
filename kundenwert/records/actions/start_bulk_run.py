"""Change or delete many records: a few at once, many in the background."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kundenwert.foundation.access.models import User

from ..bulk.selection import Selection, keep_selection
from ..models import BulkRun
from .carry_out_bulk_run import set_going


def start_bulk_run(
    selection: Selection, verb: BulkRun.Verb, *, actor: User, field: str = "", mode: str = "", value: Any = None
) -> BulkRun:
    """Note which records are meant, then do it, or begin to. `value` is cleaned, as audit and runs keep it.

    Returns the run: ended, or waiting for the worker. What fits the list only afterwards is not touched.
    """
    with transaction.atomic():
        run = BulkRun.objects.create(
            record_type=selection.record_type.key, verb=verb, field=field, mode=mode, value=value, created_by=actor
        )
        run.total = keep_selection(run, selection.records(actor, verb))
        run.save(update_fields=["total"])
        set_going(run, run.total)
    run.refresh_from_db()
    return run
