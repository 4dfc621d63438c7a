"""Start an import that has been prepared."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit
from kundenwert.foundation.files.models import StoredFile

from ..imports.guess import remember_options
from ..imports.options import ImportOptions
from ..imports.run import SUBJECT, shape_from_json
from ..jobs import run_import
from ..models import ImportRun
from ..registry import record_type_for

READY = (ImportRun.Status.UPLOADED, ImportRun.Status.FAILED, ImportRun.Status.CANCELLED)
"""States in which nothing of the file is in the database and nobody is working on it."""


class CannotStart(ValueError):
    """The import cannot be started (any more); the message is for the user."""


def startable(run: ImportRun) -> StoredFile:
    """The file of an import that can be prepared and started. Raises CannotStart."""
    if run.status not in READY or run.file is None:
        raise CannotStart(_("This import has already been started."))
    return run.file


@transaction.atomic
def start_import(run: ImportRun, options: ImportOptions, *, actor: User) -> ImportRun:
    """Queue the import with these options; they are remembered for the next file with the same columns.

    Raises CannotStart where it is under way or done.
    """
    run = ImportRun.objects.select_for_update(of=("self",), no_key=True).get(pk=run.pk)
    startable(run)
    run.options = options.to_json()
    run.status, run.message, run.progress, run.cancel_requested = ImportRun.Status.QUEUED, "", 0, False
    run.rows = run.created = run.updated = run.unchanged = run.rejected = 0
    run.details, run.rejects, run.finished_at = {}, None, None
    run.save()
    remember_options(record_type_for(run.record_type), shape_from_json(run.shape).columns, run.options)
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.started",
        subject=SUBJECT,
        title=run.file_name,
        details={"import_id": str(run.pk), "record_type": run.record_type, "options": run.options},
    )
    run_import.defer(run_id=str(run.pk))
    return run
