"""`kundenwert migrate`."""

from __future__ import annotations

import json

import typer

from .options import DataDir, Json, example

EXAMPLES = example("kundenwert migrate", "kundenwert migrate --data-dir /srv/kundenwert --json")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("migrate", epilog=EXAMPLES)(migrate_command)


def migrate_command(data_dir: DataDir = None, *, as_json: Json = False) -> None:
    """Bring the database to this program's version: all of it, or nothing."""
    from .start import start

    organisation = start()
    from kundenwert.foundation.database.migrate import migrate

    names = migrate(organisation)
    if as_json:
        typer.echo(json.dumps({"migrated": names}))
    else:
        typer.echo(f"{len(names)} migrations done." if names else "The database fits the program already.")
