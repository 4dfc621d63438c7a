"""The commands put together, and what happens to their errors."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from . import (
    analyse,
    backup,
    bench,
    demo,
    dev,
    doctor,
    export_command,
    import_command,
    migrate,
    restore,
    serve,
    user,
    web,
    worker,
)
from .errors import NOT_DONE, explain

app = typer.Typer(
    name="kundenwert",
    help="The CRM that knows what every customer is worth and acts on it.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for _module in (
    serve, demo, import_command, export_command, analyse, migrate, doctor, backup, restore, web, worker, dev,
):  # fmt: skip
    _module.register(app)
app.add_typer(user.app, name="user")
app.add_typer(bench.app, name="bench")


def _show_version(asked: bool) -> None:  # noqa: FBT001  typer hands the flag over so
    if asked:
        from kundenwert import __version__

        typer.echo(f"Kundenwert {__version__}")
        raise typer.Exit


@app.callback()
def options(
    *,
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole trace of an error.")] = False,
    version: Annotated[bool, typer.Option("--version", callback=_show_version, is_eager=True)] = False,
) -> None:
    """Options before the command."""


def run(arguments: list[str] | None = None) -> int:
    """Run one command line; returns its exit code. An error that a person can mend is one paragraph."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        app(given)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else NOT_DONE * bool(end.code)
    except Exception as error:
        text = explain(error)
        if text is None or "--debug" in given:
            raise
        typer.echo(f"kundenwert: {text}", err=True)
        return NOT_DONE
    return 0
