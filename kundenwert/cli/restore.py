"""`kundenwert restore FILE`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from .options import DataDir, Json, example

EXAMPLES = example(
    "kundenwert restore /backup/kundenwert-monday.zip",
    "kundenwert restore /backup/kundenwert-monday.zip --replace",
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("restore", epilog=EXAMPLES)(restore_command)


def restore_command(
    file: Annotated[Path, typer.Argument(help="A file that `kundenwert backup` wrote.")],
    data_dir: DataDir = None,
    *,
    replace: Annotated[bool, typer.Option("--replace", help="Replace the data that are there.")] = False,
    as_json: Json = False,
) -> None:
    """Put a backup in place. It is checked first; until all of it stands, the old data stay."""
    from .start import start

    organisation = start()
    from kundenwert.foundation.database.migrate import migrate

    from .backups.restore_backup import restore_backup

    migrate(organisation)
    manifest = restore_backup(organisation, file.expanduser().resolve(), replace=replace)
    if as_json:
        typer.echo(json.dumps({"made_at": manifest.made_at, "files": len(manifest.entries) - 1}))
    else:
        typer.echo(f"Restored: the backup of {manifest.made_at} with {len(manifest.entries) - 1} uploaded files.")
