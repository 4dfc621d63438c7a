"""Take in a file that is to be imported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import transaction

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit
from kundenwert.foundation.files.store import MEGABYTE, store_file
from kundenwert.foundation.tabular.shape import inspect_file

from ..imports.prepare import new_run, propose
from ..imports.run import SUBJECT
from ..models import ImportRun
from ..record_type import RecordType


def upload_import(record_type: RecordType, upload: Path, *, file_name: str, actor: User) -> ImportRun:
    """Look at the file, keep it, and propose how to import it.

    A file that cannot be read is not kept: raises TableError; FileTooLarge beyond `settings.UPLOAD_LIMIT`. Workbooks
    are opened whole: one of a million cells takes some seconds.
    """
    shape = inspect_file(upload)
    proposal = propose(record_type, upload, shape)
    with transaction.atomic():
        run = new_run(record_type, shape, proposal.options, file_name=file_name, actor=actor)
        run.file = store_file(
            _chunks(upload), name=file_name, actor=actor, subject=SUBJECT, limit=settings.UPLOAD_LIMIT
        )
        run.details = {"ambiguous": dict(proposal.ambiguous)}
        run.save()
        write_audit(
            actor=actor,
            action=f"{SUBJECT}.uploaded",
            subject=SUBJECT,
            title=run.file_name,
            details={"import_id": str(run.pk), "record_type": run.record_type, "bytes": run.file.size},
        )
    return run


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(MEGABYTE):
            yield chunk
