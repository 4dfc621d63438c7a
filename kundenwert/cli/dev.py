"""`kundenwert dev`: the reloading server for those who work on the program."""

from __future__ import annotations

import os
from typing import Annotated

import typer

from .options import DataDir, example

EXAMPLES = example("kundenwert dev", "kundenwert dev --port 8123")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("dev", epilog=EXAMPLES, hidden=True)(dev_command)


def dev_command(
    data_dir: DataDir = None, *, port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 8000
) -> None:
    """Serve with reload on every change of code, templates, CSS or JS, with a worker beside it."""
    os.environ["KUNDENWERT_DEBUG"] = "1"
    from .processes.children import Child, launch, stop
    from .serve import prepare

    prepare()
    watch_interface_sources()
    worker = Child("worker", ["worker"], stop_seconds=5)
    if os.environ.get("RUN_MAIN") == "true":  # the inner process, started anew at each change
        launch(worker)
    from django.contrib.staticfiles.management.commands.runserver import Command
    from django.core.management import call_command

    class Server(Command):
        def check_migrations(self) -> None:
            """`prepare` has migrated; the server's own look has no organisation in scope."""

    try:
        call_command(Server(), f"127.0.0.1:{port}")
    finally:
        stop(worker)


def watch_interface_sources() -> None:
    """Reload on changes of CSS and JS sources too: the bundle is written at each start."""
    from django.utils.autoreload import BaseReloader, autoreload_started

    from kundenwert.foundation.ui.bundle import STATIC

    def watch(sender: BaseReloader, **_: object) -> None:
        sender.watch_dir(STATIC / "css", "*.css")
        sender.watch_dir(STATIC / "js", "*.js")

    autoreload_started.connect(watch, weak=False)
