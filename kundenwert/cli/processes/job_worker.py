"""The worker: runs jobs of one organisation, and takes up those that a killed worker left behind."""

from __future__ import annotations

import asyncio
import logging
import os
import threading
from datetime import UTC, datetime

from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.jobs import Job, Status

from kundenwert.foundation.jobs.job import ATTEMPTS
from kundenwert.foundation.tenancy import Organisation, organisation_scope
from kundenwert.project.boot import leave_database

STALLED_AFTER_SECONDS = 45
"""Without a sign of life from its worker for this long, a job counts as left behind."""
SWEEP_EVERY_SECONDS = 30
GRACE_SECONDS = 6.0
"""A running job may take so long to end when the worker stops; else the next worker takes it up again."""
END_SECONDS = 4.0
logger = logging.getLogger(__name__)


def run_job_worker(organisation: Organisation, *, concurrency: int = 4, wait: bool = True) -> None:
    """Work for the organisation until SIGTERM or SIGINT; `wait=False` ends when no job is left.

    The scope is set around the event loop: each job's thread gets a copy of its context.
    """
    with organisation_scope(organisation):
        connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
        end = threading.Timer(END_SECONDS, _end)
        end.daemon = True
        with app.replace_connector(connector) as worker_app:
            asyncio.run(_run(worker_app, concurrency, wait=wait, end=end))
        end.cancel()


def _end() -> None:
    leave_database()
    os._exit(0)


async def _run(worker_app: App, concurrency: int, *, wait: bool, end: threading.Timer) -> None:
    """Run; a job's thread cannot be cut off, so `end` closes the process where one outlasts the grace."""
    async with worker_app.open_async():
        await take_up_stalled_jobs(worker_app)
        sweep = asyncio.create_task(_sweep(worker_app))
        try:
            await worker_app.run_worker_async(
                name="kundenwert",
                concurrency=concurrency,
                wait=wait,
                shutdown_graceful_timeout=GRACE_SECONDS,
                stalled_worker_timeout=STALLED_AFTER_SECONDS,
            )
        finally:
            sweep.cancel()
            end.start()


async def _sweep(worker_app: App) -> None:
    while True:
        await asyncio.sleep(SWEEP_EVERY_SECONDS)
        try:
            await take_up_stalled_jobs(worker_app)
        except Exception:
            logger.exception("looking for jobs left behind failed; trying again")


async def take_up_stalled_jobs(worker_app: App) -> int:
    """Queue again what killed workers had begun; a job that did not come through too often is marked as failed.

    Returns how many jobs were found.
    """
    stalled = list(await worker_app.job_manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER_SECONDS))
    for job in stalled:
        await _take_up(worker_app, job)
    return len(stalled)


async def _take_up(worker_app: App, job: Job) -> None:
    logger.warning("job %s (%s) was left behind by a killed worker", job.id, job.task_name)
    if job.attempts >= ATTEMPTS:
        await worker_app.job_manager.finish_job(job, status=Status.FAILED, delete_job=False)
    else:
        await worker_app.job_manager.retry_job(job, retry_at=datetime.now(UTC))
