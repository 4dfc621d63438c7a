"""`kundenwert web`: the web server alone."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from .options import LOOPBACK, DataDir, Host, example

MAX_PROCESSES = 4
THREADS = 4
"""At most as many as a process' connection pool holds."""
EXAMPLES = example("kundenwert web --port 8080", "kundenwert web --host 0.0.0.0 --processes 4")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("web", epilog=EXAMPLES)(web_command)


def web_command(
    data_dir: DataDir = None,
    *,
    host: Host = LOOPBACK,
    port: Annotated[int, typer.Option("--port", min=1, max=65535, help="Port to listen on.")] = 8000,
    processes: Annotated[int | None, typer.Option("--processes", min=1, help="Default: one a core, at most 4.")] = None,
    threads: Annotated[
        int, typer.Option("--threads", min=1, help="Requests that one process serves at once.")
    ] = THREADS,
) -> None:
    """Run the web server; database and worker run elsewhere or are joined."""
    from kundenwert.project.boot import leave_database

    from .processes.parent import die_with_parent
    from .start import start_fitting

    die_with_parent(before_end=leave_database)
    os.environ["KUNDENWERT_POOL"] = "1"
    start_fitting()
    from .processes.web_server import run_web_server

    run_web_server(host, port, processes=processes or min(os.cpu_count() or 1, MAX_PROCESSES), threads=threads)
