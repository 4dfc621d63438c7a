"""What a module tells the modules above it."""

from __future__ import annotations

from dataclasses import asdict, is_dataclass
from typing import Any

from procrastinate.tasks import Task

_subscribers: dict[type[Any], list[Task[Any, Any, Any]]] = {}


def subscribe(event: type[Any], job: Task[Any, Any, Any]) -> None:
    """Have a job run for each event of a type, with the event's fields as arguments; called in a module's apps.py."""
    jobs = _subscribers.setdefault(event, [])
    if job not in jobs:
        jobs.append(job)


def publish(event: object) -> None:
    """Defer the jobs of all subscribers in the running transaction: if it rolls back, nothing happened.

    `event` is a frozen dataclass of plain values (numbers, strings, lists of these).
    """
    if not is_dataclass(event) or isinstance(event, type):
        raise TypeError(f"an event is a dataclass instance, not {event!r}")
    for job in _subscribers.get(type(event), []):
        job.defer(**asdict(event))
