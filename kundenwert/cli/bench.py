"""`kundenwert bench`: how fast it is on this machine."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from . import bench_import, bench_mining
from .options import Json, example

app = typer.Typer(help="Measure the program on this machine.", no_args_is_help=True, rich_markup_mode=None)
PAGES_EXAMPLE = example("kundenwert bench pages --customers 20000 --requests 200")


@app.callback()
def _group() -> None:
    """Measure the program on this machine."""


bench_import.register(app)
bench_mining.register(app)


@app.command("pages", epilog=PAGES_EXAMPLE)
def pages_command(
    *,
    customers: Annotated[int, typer.Option("--customers", min=100, max=1_000_000)] = 20_000,
    requests: Annotated[int, typer.Option("--requests", min=20, help="Requests of each page.")] = 200,
    folder: Annotated[Path | None, typer.Option("--folder", help="Keep the demo company here for another run.")] = None,
    as_json: Json = False,
) -> None:
    """Whole HTML pages through HTTP, one after the other, of a demo company: 50 %, 95 % and the slowest."""
    from .benchmarks.pages import measure_pages

    with TemporaryDirectory(prefix="kundenwert-bench-") as scratch:
        results = measure_pages(folder or Path(scratch), customers, requests)
    if as_json:
        typer.echo(json.dumps(results))
        return
    typer.echo(f"{customers} customers, {requests} requests each, milliseconds")
    typer.echo(f"{'page':<28}{'p50':>8}{'p95':>8}{'max':>8}{'kB':>8}{'gzip kB':>9}")
    for row in results:
        typer.echo(
            f"{row['page']:<28}{row['p50']:>8.1f}{row['p95']:>8.1f}{row['max']:>8.1f}{row['kB']:>8.0f}{row['gzip_kB']:>9.0f}"
        )


@app.command("bulk", epilog=example("kundenwert bench bulk --customers 20000"))
def bulk_command(
    *,
    customers: Annotated[int, typer.Option("--customers", min=100, max=1_000_000)] = 20_000,
    folder: Annotated[Path | None, typer.Option("--folder", help="Keep the demo company here for another run.")] = None,
    as_json: Json = False,
) -> None:
    """A field of all customers changed, all of them deleted, and both taken back."""
    from .benchmarks.bulk import measure_bulk

    with TemporaryDirectory(prefix="kundenwert-bench-") as scratch:
        results = measure_bulk(folder or Path(scratch), customers)
    if as_json:
        typer.echo(json.dumps(results))
        return
    for row in results:
        typer.echo(f"{row['what']:<28}{row['records']:>10} records{row['seconds']:>8.2f} s")
