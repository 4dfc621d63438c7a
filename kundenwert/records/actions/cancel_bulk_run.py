"""Stop a run over many records."""

from __future__ import annotations

from django.db import transaction

from ..models import BulkRun

WORKING = {BulkRun.Status.QUEUED, BulkRun.Status.RUNNING}


@transaction.atomic
def cancel_bulk_run(run: BulkRun) -> BulkRun:
    """Ask it to stop after its batch; what is done stays done and can be taken back. One that has ended stays."""
    run = BulkRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if run.status in WORKING:
        run.cancel_requested = True
        run.save(update_fields=["cancel_requested"])
    return run
