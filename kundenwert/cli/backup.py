"""`kundenwert backup FILE`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from .options import DataDir, Json, example

EXAMPLES = example(
    "kundenwert backup /backup/kundenwert-monday.zip",
    'kundenwert backup "/backup/kundenwert-$(date +%F).zip" --json',
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("backup", epilog=EXAMPLES)(backup_command)


def backup_command(
    file: Annotated[Path, typer.Argument(help="File to write; an older one of that name is replaced at the end.")],
    data_dir: DataDir = None,
    *,
    as_json: Json = False,
) -> None:
    """Write database and uploaded files into one file, also while others work."""
    from .backups.make import make_backup
    from .start import start_fitting

    target = file.expanduser().resolve()
    manifest = make_backup(start_fitting(), target)
    size = target.stat().st_size
    if as_json:
        typer.echo(json.dumps({"file": str(target), "bytes": size, "files": len(manifest.entries) - 1}))
    else:
        typer.echo(f"{target}: {size:,} bytes, database and {len(manifest.entries) - 1} uploaded files.")
