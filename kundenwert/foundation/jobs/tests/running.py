"""A real worker for a moment."""

from __future__ import annotations

from procrastinate.contrib.django import app


def run_jobs() -> None:
    """Do all jobs that are due, as the worker does them, then come back."""
    with app.replace_connector(app.connector.get_worker_connector()) as worker:
        worker.run_worker(wait=False, listen_notify=False, install_signal_handlers=False, delete_jobs="successful")
