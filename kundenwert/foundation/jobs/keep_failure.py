"""Keeps why a job failed, as long as it has not succeeded."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError
from procrastinate.job_context import JobContext
from procrastinate.worker import Worker

from .models import JobFailure

LONGEST = 20_000
_log = logging.getLogger(__name__)


def keep_failure(call_next: Callable[[], Any], context: JobContext, worker: Worker) -> Any:
    """Middleware of the worker around each job. Never stands in the job's way: what it cannot keep it logs."""
    job_id = context.job.id or 0
    try:
        result = call_next()
    except Exception as raised:
        error = raised
        _try(lambda: _keep(job_id, error))
        raise
    if context.job.attempts:
        _try(lambda: JobFailure.objects.filter(pk=job_id).delete())
    return result


def _keep(job_id: int, error: Exception) -> None:
    line = f"{type(error).__name__}: {error}".replace("\0", "")[:500]
    story = "".join(traceback.format_exception(error)).replace("\0", "")[-LONGEST:]
    JobFailure.objects.update_or_create(pk=job_id, defaults={"error": line, "traceback": story})


def _try(write: Callable[[], Any]) -> None:
    try:
        write()
    except DatabaseError:
        _log.exception("cannot keep why a job failed")
