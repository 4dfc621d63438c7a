"""Ask for an import to be taken back: a small one at once, a large one in the background."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Count, Q
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit

from ..imports.run import SUBJECT
from ..jobs import undo_import as undo_job
from ..models import ImportRun
from .errors import CannotUndo
from .undo_import import undo_import

AT_ONCE = 20_000
"""Records that are deleted within a request; about two seconds."""
COST_OF_UPDATE = 10
"""Restoring a record takes as long as deleting so many: they go one by one."""


@transaction.atomic
def take_back_import(run: ImportRun, *, actor: User) -> ImportRun:
    """Take the import back, or begin to. Raises CannotUndo for one that is not done, or already on its way back."""
    if run.details.get("undoing") and run.status == ImportRun.Status.DONE:  # the job holds the row: do not wait for it
        raise CannotUndo(_("This import is already being taken back."))
    run = ImportRun.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if run.status != ImportRun.Status.DONE or _cost(run) <= AT_ONCE:
        return undo_import(run, actor=actor)
    run.details = {**run.details, "undoing": True, "undo_problem": ""}
    run.save(update_fields=["details"])
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.undo_started",
        subject=SUBJECT,
        title=run.file_name,
        details={"import_id": str(run.pk)},
    )
    undo_job.defer(run_id=str(run.pk), actor_id=actor.pk)
    return run


def _cost(run: ImportRun) -> int:
    counts = run.changes.aggregate(all=Count("id"), updated=Count("id", filter=Q(before__isnull=False)))
    return int(counts["all"] + (COST_OF_UPDATE - 1) * counts["updated"])
