"""`kundenwert bench import`: how many customers a second come in from a file."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from .options import Json, example

EXAMPLE = example("kundenwert bench import --customers 50000")


def register(app: typer.Typer) -> None:
    """Add the command to `kundenwert bench`."""
    app.command("import", epilog=EXAMPLE)(import_bench_command)


def import_bench_command(
    *, customers: Annotated[int, typer.Option("--customers", min=100, max=5_000_000)] = 50_000, as_json: Json = False
) -> None:
    """Import a file of customers, import it again, and COPY the same rows into the same tables with their indexes."""
    from .benchmarks.imports import measure_import

    with TemporaryDirectory(prefix="kundenwert-bench-") as scratch:
        results = measure_import(Path(scratch), customers)
    if as_json:
        typer.echo(json.dumps(results))
        return
    typer.echo(f"{'what':<36}{'rows':>10}{'seconds':>10}{'rows/s':>10}{'CPU s':>8}{'MB':>8}")
    for row in results:
        figures = f"{row['seconds']:>10.2f}{row['rows_per_second']:>10}{row['cpu_seconds']:>8.2f}{row['megabytes']:>8}"
        typer.echo(f"{row['what']:<36}{row['rows']:>10}{figures}")
