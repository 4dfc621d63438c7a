"""Carry out a run over many records, or take it back: batch by batch, each in a transaction of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable
from uuid import UUID

import psycopg
from django.db import OperationalError, transaction
from django.utils import timezone

from kundenwert.foundation.audit.write import write_audit

from ..bulk.batch import do_batch, undo_batch
from ..bulk.words import run_words
from ..imports.language import speaking_to
from ..jobs import run_bulk
from ..models import BulkChange, BulkRun
from ..registry import record_type_for
from .carry_out_import import alone

BATCH = 500
AT_ONCE = 500
"""Records that are worked on within a request; about a second."""
SUBJECT = "records.bulkrun"
Status, State = BulkRun.Status, BulkChange.State
logger = logging.getLogger(__name__)


def carry_out_bulk_run(run_id: UUID) -> None:
    """As a job: what has begun goes on where it stopped, be it killed or not. May be called again."""
    with alone(run_id):
        try:
            carry_out(run_id)
        except (OperationalError, psycopg.OperationalError):
            raise
        except Exception:
            logger.exception("run %s failed", run_id)
            BulkRun.objects.filter(pk=run_id).update(status=Status.FAILED, finished_at=timezone.now())


def set_going(run: BulkRun, records: int) -> None:
    """When this transaction is written: at once where few records are concerned, else by the worker."""
    if records > AT_ONCE:
        run_bulk.defer(run_id=str(run.pk))
    else:
        transaction.on_commit(lambda: carry_out(run.pk))


def carry_out(run_id: UUID) -> None:
    """Do, or undo, batch after batch until nothing is left or somebody cancels."""
    while _step(run_id):
        pass


@transaction.atomic
def _step(run_id: UUID) -> bool:
    """One batch, with its counts; whether there may be another."""
    run = BulkRun.objects.select_for_update(of=("self",)).select_related("created_by").get(pk=run_id)
    if run.status in {Status.QUEUED, Status.RUNNING}:
        run.status = Status.RUNNING
        return _batch(run, State.WAITING, _do, Status.CANCELLED if run.cancel_requested else Status.DONE)
    if run.status == Status.UNDOING:
        return _batch(run, State.CHANGED, _undo, Status.UNDONE)
    return False


def _batch(run: BulkRun, state: str, act: Callable[[BulkRun, list[BulkChange]], None], ended: str) -> bool:
    cancelled = ended == Status.CANCELLED
    batch = [] if cancelled else list(run.changes.filter(state=state).order_by("id")[:BATCH])
    with speaking_to(run.created_by):
        if batch:
            act(run, batch)
        else:
            run.status, run.finished_at = Status(ended), timezone.now()
            _write_audit(run)
    run.save()
    return bool(batch)


def _do(run: BulkRun, batch: list[BulkChange]) -> None:
    do_batch(record_type_for(run.record_type), run, batch, actor=run.created_by)


def _undo(run: BulkRun, batch: list[BulkChange]) -> None:
    undo_batch(record_type_for(run.record_type), run, batch)


def _write_audit(run: BulkRun) -> None:
    verbs = {Status.DONE: "done", Status.CANCELLED: "cancelled", Status.UNDONE: "taken_back"}
    details = {"run_id": str(run.pk), "record_type": run.record_type, "count": run.changed}
    if run.status == Status.UNDONE:
        details |= {"count": run.changed - run.kept, "kept": run.kept}
    write_audit(
        actor=run.created_by,
        action=f"{SUBJECT}.{verbs[Status(run.status)]}",
        subject=SUBJECT,
        title=run_words(run),
        details=details,
    )
