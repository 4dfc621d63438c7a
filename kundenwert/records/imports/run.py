"""Running an import: one transaction, progress from outside it, a result in words."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any, Self

import psycopg
from django.db import DatabaseError, DataError, IntegrityError, connection, transaction
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from psycopg import sql

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit
from kundenwert.foundation.files.store import store_file
from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.shape import FileShape
from kundenwert.foundation.tabular.source import Table, open_table
from kundenwert.foundation.tenancy import current_organisation

from ..models import ImportRun
from ..record_type import RecordType
from ..registry import record_type_for
from ..search.background import BackgroundVocabulary
from ..search.index import AddWords, add_to_vocabulary, forget_known_words
from .importer import Importer
from .options import ImportOptions
from .reading import batches, read_ahead
from .report import ImportReport

BATCH = 4_000
QUEUE = 0x696D706F7274
"""Advisory lock that one import after the other holds ("import")."""
PATIENCE = 0.3
"""Seconds between two looks at whether it is this import's turn."""
MANY = 10_000
SEARCH_TABLES = ("records_searchentry", "records_searchword", "records_importchange")
SUBJECT = "records.importrun"
Progress = Callable[[float, ImportReport], None]


class Stopped(Exception):
    """The import ends without having changed anything; the message says why."""


class Cancelled(Stopped):
    """Somebody asked to cancel."""


def importer_class(record_type: RecordType) -> type[Importer]:
    """The class that writes rows of a record type."""
    found: type[Importer] = import_string(record_type.importer)
    return found


def shape_from_json(kept: dict[str, Any]) -> FileShape:
    """The shape of a file back from the form in which a run keeps it."""
    return FileShape(**{**kept, "sheets": tuple(kept["sheets"]), "columns": tuple(kept["columns"])})


def run_import(run: ImportRun, path: Path, *, actor: User | None, progress: Progress | None = None,
               dry_run: bool = False) -> ImportReport:  # fmt: skip
    """Import a file as the run says; all of its writes are one transaction.

    Ends as done, failed or cancelled; what is not done has changed nothing. With `dry_run` nothing is changed either,
    but the report says what would have been.
    """
    shape = shape_from_json(run.shape)
    report = ImportReport(shape.columns)
    try:
        _start(run)
        with transaction.atomic():
            _set_planner()
            if not dry_run:
                with BackgroundVocabulary() as vocabulary:
                    _import_rows(run, open_table(path, shape), report, actor, progress, vocabulary.add)
                    vocabulary.finish()
                _finish(run, report, actor)
            else:
                _import_rows(run, open_table(path, shape), report, actor, progress)
                transaction.set_rollback(True)
    except Cancelled:
        _end(run, ImportRun.Status.CANCELLED, report, _("The import was cancelled; nothing was changed."))
    except (Stopped, TableError) as error:
        _end(run, ImportRun.Status.FAILED, report, str(error))
    except OSError as error:
        _end(run, ImportRun.Status.FAILED, report, _no_room(error), keep_rejects=False)
    except (DataError, IntegrityError, psycopg.DataError, psycopg.IntegrityError) as error:
        _end(run, ImportRun.Status.FAILED, report, _refused(error))
    else:
        if dry_run:
            _end(run, ImportRun.Status.CANCELLED, report, _("This was a trial; nothing was changed."))
        elif report.created + report.updated >= MANY:
            _renew_statistics(run)
    return report


def _renew_statistics(run: ImportRun) -> None:
    """Tell the planner of the many new rows now; autovacuum would do it a minute later. PostgreSQL 16 only warns."""
    types = {run.record_type, *run.changes.order_by().values_list("record_type", flat=True).distinct()}
    tables = [*SEARCH_TABLES, *(record_type_for(key).model._meta.db_table for key in types)]
    analyse = sql.SQL("ANALYZE {}").format(sql.SQL(", ").join(map(sql.Identifier, tables)))
    with connection.cursor() as cursor:  # from a small sample, which does until autovacuum comes
        cursor.execute(
            sql.SQL("SET default_statistics_target = 20; {}; RESET default_statistics_target").format(analyse)
        )


def note_failure(run: ImportRun, error: BaseException) -> None:
    """Note that a run ended by a fault; its transaction has been rolled back, perhaps with its connection."""
    forget_known_words()
    connection.close()
    message = _("The import broke off and nothing was changed: %(reason)s") % {"reason": _first_line(error)}
    ended = {"status": ImportRun.Status.FAILED, "message": message, "finished_at": timezone.now(), "progress": 0}
    ended |= dict.fromkeys(("created", "updated", "unchanged"), 0)
    with suppress(DatabaseError):  # the server is gone: the next start of the import says so
        ImportRun.objects.filter(pk=run.pk).update(**ended)


def _first_line(error: BaseException) -> str:
    return str(error).strip().partition("\n")[0] or type(error).__name__


def _no_room(error: OSError) -> str:
    reason = error.strerror or str(error)
    return _("A file could not be written: %(reason)s. Nothing was changed.") % {"reason": reason}


def _refused(error: Exception) -> str:
    reason = _first_line(error)
    return _("The database refused a value of the file: %(reason)s. Nothing was changed.") % {"reason": reason}


def _set_planner() -> None:
    """All reads of an import look single values up.

    The planner has no statistics of rows this transaction has just written and would scan the whole growing table for
    each batch.
    """
    with connection.cursor() as cursor:
        cursor.execute("; ".join(f"SET LOCAL enable_{way} = off" for way in ("seqscan", "hashjoin", "mergejoin")))


def _start(run: ImportRun) -> None:
    run.status, run.progress, run.message = ImportRun.Status.RUNNING, 0, ""
    begun = {"status": run.status, "progress": 0, "message": ""}
    if not ImportRun.objects.filter(pk=run.pk).update(**begun):  # only these: a wish to cancel may have come meanwhile
        run.save()


def _import_rows(
    run: ImportRun,
    table: Table,
    report: ImportReport,
    actor: User | None,
    progress: Progress | None,
    vocabulary: AddWords = add_to_vocabulary,
) -> None:
    record_type = record_type_for(run.record_type)
    options = ImportOptions.from_json(run.options)
    importer = importer_class(record_type)(record_type, options, run, report, actor)
    importer.vocabulary = vocabulary
    if not importer.columns:
        raise Stopped(_("No column of the file is mapped to a field."))
    with ProgressLine(run) as line:
        _wait_for_turn(line, report)
        importer.look_ahead(table)
        for ready in read_ahead(batches(table.rows(), BATCH), importer.read):
            importer.take(ready)
            if report.rejected and not options.skip_bad:
                raise Stopped(_("A row is faulty (see the problems); nothing was imported."))
            share = table.bytes_read / max(table.bytes_total, 1)
            line.tell(share, report)
            if progress:
                progress(share, report)
        importer.finish()
    if report.rows == 0:
        raise Stopped(_("The file has no rows below its header."))


def _wait_for_turn(line: ProgressLine, report: ImportReport) -> None:
    """One import at a time: two of one file at once would not see each other's records and write them twice."""
    with connection.cursor() as cursor:
        while True:
            cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [QUEUE])
            if cursor.fetchone()[0]:
                return
            line.tell(0, report)
            time.sleep(PATIENCE)


class ProgressLine:
    """A second connection that tells how far the import is while its transaction is still open."""

    def __init__(self, run: ImportRun) -> None:
        self.run = run

    def __enter__(self) -> Self:
        self.connection = psycopg.connect(**current_organisation().database, autocommit=True)
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()

    def tell(self, share: float, report: ImportReport) -> None:
        """Write the progress. Raises `Cancelled` if somebody asked for it."""
        found = self.connection.execute(
            "UPDATE records_importrun "
            "SET progress = %s, rows = %s, created = %s, updated = %s, unchanged = %s, rejected = %s "
            "WHERE id = %s RETURNING cancel_requested",
            [share, report.rows, report.created, report.updated, report.unchanged, report.rejected, self.run.pk],
        ).fetchone()
        if found and found[0]:
            raise Cancelled


def _finish(run: ImportRun, report: ImportReport, actor: User | None) -> None:
    """The result, in the transaction of the data: either both are there or neither."""
    _fill(run, report)
    run.status, run.progress, run.finished_at = ImportRun.Status.DONE, 1, timezone.now()
    run.save()
    counts = {"rows": report.rows, "created": report.created, "updated": report.updated, "rejected": report.rejected}
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.done",
        subject=SUBJECT,
        title=run.file_name,
        details={"import_id": str(run.pk), "record_type": run.record_type, **counts},
    )


def _fill(run: ImportRun, report: ImportReport, *, keep_rejects: bool = True) -> None:
    run.rows, run.created, run.updated = report.rows, report.created, report.updated
    run.unchanged, run.rejected = report.unchanged, report.rejected
    run.details = {**report.details, "problems": [asdict(problem) for problem in report.problems]}
    if report.rejected and keep_rejects and run.rejects_id is None:
        name = f"{Path(run.file_name).stem}-{_('rejected')}.csv"
        run.rejects = store_file(report.rejected_rows(), name=name, actor=run.created_by, subject=SUBJECT, limit=2**40)


def _end(run: ImportRun, status: str, report: ImportReport, message: str, *, keep_rejects: bool = True) -> None:
    forget_known_words()  # read back before the roll-back took them out again
    _fill(run, report, keep_rejects=keep_rejects)
    run.created = run.updated = run.unchanged = 0
    run.status, run.message, run.finished_at = status, message, timezone.now()
    run.save()
