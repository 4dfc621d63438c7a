"""Take back what was done to many records."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ..models import BulkRun
from .carry_out_bulk_run import set_going
from .errors import CannotUndo

ENDED = {BulkRun.Status.DONE, BulkRun.Status.CANCELLED, BulkRun.Status.FAILED}


def undo_bulk_run(run: BulkRun) -> BulkRun:
    """Take the run back, or begin to. Raises CannotUndo for one that is still going on or was taken back before."""
    with transaction.atomic():
        run = BulkRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
        if run.status not in ENDED:
            raise CannotUndo(_("Only a run that has ended can be taken back, and only once."))
        run.status, run.finished_at, run.kept = BulkRun.Status.UNDOING, None, 0
        run.save(update_fields=["status", "finished_at", "kept"])
        set_going(run, run.changed)
    run.refresh_from_db()
    return run
