"""Cancel an import."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django.models import ProcrastinateJob

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit

from ..imports.run import SUBJECT
from ..models import ImportRun

Status = ImportRun.Status


@transaction.atomic
def cancel_import(run: ImportRun, *, actor: User) -> ImportRun:
    """Cancel at once what nobody works on yet; ask a running import to stop, which it does after its batch.

    One that has ended stays as it is. The row is locked without its key: the import's own transaction points to it.
    """
    run = ImportRun.objects.select_for_update(of=("self",), no_key=True).get(pk=run.pk)
    if run.status not in {Status.UPLOADED, Status.QUEUED, Status.RUNNING} or run.cancel_requested:
        return run
    run.cancel_requested = True
    if run.status != Status.RUNNING or not _is_worked_on(run):
        run.status, run.finished_at = Status.CANCELLED, timezone.now()
        run.message = _("The import was cancelled; nothing was changed.")
    run.save(update_fields=["cancel_requested", "status", "finished_at", "message"])
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.cancelled",
        subject=SUBJECT,
        title=run.file_name,
        details={"import_id": str(run.pk), "record_type": run.record_type},
    )
    return run


def _is_worked_on(run: ImportRun) -> bool:
    """Whether a job will come (again) that sees the wish; after too many killed workers there is none."""
    jobs = ProcrastinateJob.objects.filter(task_name="records.run_import", args__run_id=str(run.pk))
    return jobs.filter(status__in=["todo", "doing"]).exists()
