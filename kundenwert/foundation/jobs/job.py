"""Declaring a background job."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec

from django.db import connection
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.tasks import Task

P = ParamSpec("P")
ATTEMPTS = 6
FIRST_WAIT_SECONDS = 4
"""Waits 4, 16, 64, 256, 1024 seconds: a mail server that is down for a quarter of an hour loses nothing."""


def job(
    *, name: str, attempts: int = ATTEMPTS, lock: str | None = None
) -> Callable[[Callable[P, Any]], Task[P, Any, Any]]:
    """Make a function a job: ids in, one action called. `job.defer(...)` inside a transaction commits with it.

    A failed job is tried again with growing waits, then stays visible on the admin page of jobs.
    """
    retry = RetryStrategy(max_attempts=attempts, exponential_wait=FIRST_WAIT_SECONDS)

    def declare(function: Callable[P, Any]) -> Task[P, Any, Any]:
        @wraps(function)
        def run(*arguments: P.args, **named: P.kwargs) -> Any:
            try:
                return function(*arguments, **named)
            finally:
                connection.close()  # a worker's thread may wait for days: no connection would survive it surely

        return app.task(name=name, retry=retry, lock=lock)(run)

    return declare
