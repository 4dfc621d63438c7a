"""Options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

DATA_DIR = "KUNDENWERT_DATA_DIR"


def _use_data_dir(chosen: Path | None) -> Path | None:
    if chosen is not None:
        os.environ[DATA_DIR] = str(chosen.expanduser().resolve())
    return chosen


DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        callback=_use_data_dir,
        is_eager=True,
        help="Folder of database and files (also KUNDENWERT_DATA_DIR; else the user's data folder).",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print the result as JSON, for programs.")]
Host = Annotated[str, typer.Option("--host", help="Address to listen on; 0.0.0.0 for the whole network.")]
Port = Annotated[
    int | None, typer.Option("--port", min=1, max=65535, help="Port; without it 8000 or the next free one.")
]
LOOPBACK = "127.0.0.1"


def example(*lines: str) -> str:
    """The end of a help page: the lines, each as typed."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
