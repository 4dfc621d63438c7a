"""Carry out an import that was started, in the background."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

import psycopg
from django.db import OperationalError, connection
from django.utils import timezone
from django.utils.translation import gettext as _

from ..imports.language import speaking_to
from ..imports.run import run_import
from ..models import ImportRun
from ..search.index import forget_known_words

WAITING = (ImportRun.Status.QUEUED, ImportRun.Status.RUNNING)
logger = logging.getLogger(__name__)


class StillAtWork(Exception):
    """Another worker holds this import; the job comes back later."""


def carry_out_import(run_id: UUID) -> None:
    """Import the file. May be called again: one that has ended is left alone, one found running starts over.

    A run is found running where its worker was killed: its transaction was rolled back then, nothing was written.
    Raises StillAtWork, and what the database raises where it is lost: the job is then tried again.
    """
    with alone(run_id):
        run = _claim(run_id)
        if run is None or run.file is None:
            return
        with speaking_to(run.created_by):
            try:
                run_import(run, run.file.path, actor=run.created_by)
            except (OperationalError, psycopg.OperationalError):
                raise
            except Exception:
                logger.exception("import %s failed", run_id)
                _fail(run_id)


def _claim(run_id: UUID) -> ImportRun | None:
    """The import, unless it has ended or was cancelled while it waited."""
    if not ImportRun.objects.filter(pk=run_id, status__in=WAITING).update(status=ImportRun.Status.RUNNING):
        return None
    return ImportRun.objects.select_related("created_by", "file").get(pk=run_id)


def _fail(run_id: UUID) -> None:
    """A fault of the program: told to the user, and not tried again, because it would come again."""
    forget_known_words()
    message = _("The import stopped because of a fault in the program; nothing was changed. The log tells the details.")
    ImportRun.objects.filter(pk=run_id).update(
        status=ImportRun.Status.FAILED, message=message, finished_at=timezone.now(), progress=0
    )


@contextmanager
def alone(run_id: UUID) -> Iterator[None]:
    """One worker at a time for an import, by an advisory lock that dies with its connection. Raises StillAtWork."""
    connection.close_if_unusable_or_obsolete()  # the thread may hold one from before the database was restarted
    key = run_id.int & 0x7FFF_FFFF_FFFF_FFFF
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [key])
        if not cursor.fetchone()[0]:
            raise StillAtWork(str(run_id))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [key])
