"""Say how a file is written where the program guessed wrong."""

from __future__ import annotations

from dataclasses import asdict

from django.db import transaction

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit
from kundenwert.foundation.tabular.shape import FileShape, inspect_file

from ..imports.prepare import propose
from ..imports.run import SUBJECT, shape_from_json
from ..models import ImportRun
from ..registry import record_type_for
from .start_import import startable


def correct_import_file(
    run: ImportRun, *, encoding: str = "", delimiter: str = "", sheet: str = "", header_row: int, actor: User
) -> ImportRun:
    """Look at the file again as somebody says it is written; the mapping is proposed anew.

    Raises TableError where it cannot be read that way, CannotStart where the import has begun; nothing changes then.
    """
    shape = _inspect(run, encoding, delimiter, sheet, header_row)
    proposal = propose(record_type_for(run.record_type), startable(run).path, shape)
    before = shape_from_json(run.shape)
    run.shape, run.options = asdict(shape), proposal.options.to_json()
    run.details = {"ambiguous": dict(proposal.ambiguous)}
    with transaction.atomic():
        run.save()
        write_audit(
            actor=actor,
            action=f"{SUBJECT}.file_corrected",
            subject=SUBJECT,
            title=run.file_name,
            before=_told(before),
            after=_told(shape),
            details={"import_id": str(run.pk)},
        )
    return run


def _inspect(run: ImportRun, encoding: str, delimiter: str, sheet: str, header_row: int) -> FileShape:
    return inspect_file(
        startable(run).path,
        encoding=encoding or None,
        delimiter=delimiter or None,
        sheet=sheet or None,
        header_row=header_row,
    )


def _told(shape: FileShape) -> dict[str, object]:
    return {name: getattr(shape, name) for name in ("encoding", "delimiter", "sheet", "header_row")}
