"""Answers: which jobs have failed, which are waiting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from .labels import job_words
from .models import JobFailure

AT_MOST = 100
"""Of each kind on the page."""


@dataclass(frozen=True)
class JobRow:
    """A job as the page shows it."""

    job: Any
    failure: JobFailure | None
    at: Any
    """When the last thing happened to it."""
    label: str


def failed_jobs() -> list[JobRow]:
    """Jobs that have used up their attempts, the latest first."""
    return _rows(ProcrastinateJob.objects.filter(status="failed").order_by("-pk")[:AT_MOST])


def open_jobs() -> list[JobRow]:
    """Jobs that run or wait, in the order in which they will be done."""
    return _rows(
        ProcrastinateJob.objects.filter(status__in=["doing", "todo"]).order_by("status", "scheduled_at", "pk")[:AT_MOST]
    )


def _rows(jobs: Iterable[Any]) -> list[JobRow]:
    found = list(jobs)
    numbers = [job.pk for job in found]
    failures = JobFailure.objects.in_bulk(numbers)
    events = ProcrastinateEvent.objects.filter(job_id__in=numbers).order_by("at")
    last = dict(events.values_list("job_id", "at"))
    return [JobRow(job, failures.get(job.pk), last.get(job.pk), job_words(job.task_name)) for job in found]
