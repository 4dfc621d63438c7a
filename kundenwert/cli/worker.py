"""`kundenwert worker`: runs background jobs."""

from __future__ import annotations

from typing import Annotated

import typer

from .options import DataDir, example

JOBS_AT_ONCE = 4
EXAMPLES = example("kundenwert worker", "kundenwert worker --concurrency 8")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("worker", epilog=EXAMPLES)(worker_command)


def worker_command(
    data_dir: DataDir = None,
    *,
    concurrency: Annotated[int, typer.Option("--concurrency", min=1, help="Jobs at once.")] = JOBS_AT_ONCE,
) -> None:
    """Run background jobs until stopped; jobs of a killed worker are taken up again."""
    from kundenwert.project.boot import leave_database

    from .processes.parent import die_with_parent
    from .start import start_fitting

    die_with_parent(before_end=leave_database)
    organisation = start_fitting()
    from .processes.job_worker import run_job_worker

    run_job_worker(organisation, concurrency=concurrency)
