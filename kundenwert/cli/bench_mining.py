"""`kundenwert bench mining`: the library of customer value beside others, at scale, and on Spark."""

from __future__ import annotations

import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import typer

from .errors import NotDone
from .options import Json, example

EXAMPLE = example(
    "kundenwert bench mining --cdnow CDNOW_master.txt --peers ../peers/bin/python",
    "kundenwert bench mining --only curve --largest 100000000",
)
PARTS = ("cdnow", "scale", "curve", "spark")
TEST_DATA = "KUNDENWERT_TEST_DATA"


def register(app: typer.Typer) -> None:
    """Add the command to `kundenwert bench`."""
    app.command("mining", epilog=EXAMPLE)(mining_bench_command)


def mining_bench_command(
    *,
    cdnow: Annotated[
        Path | None,
        typer.Option("--cdnow", help=f"CDNOW_master.txt (else cdnow/CDNOW_master.txt in the folder {TEST_DATA})."),
    ] = None,
    peers: Annotated[
        list[Path] | None,
        typer.Option("--peers", help="Python of an environment with lifetimes or pymc-marketing; may be repeated."),
    ] = None,
    runs: Annotated[int, typer.Option("--runs", min=2, max=100, help="Warm runs of each step on CDNOW.")] = 7,
    customers: Annotated[
        int, typer.Option("--customers", min=100, max=20_000_000, help="For the whole analysis; ten purchases each.")
    ] = 1_000_000,
    largest: Annotated[
        int, typer.Option("--largest", min=1000, max=1_000_000_000, help="Purchases at the end of the curve.")
    ] = 10_000_000,
    spark: Annotated[bool, typer.Option("--spark", help="Also on a Spark cluster of this machine.")] = False,
    spark_customers: Annotated[int, typer.Option("--spark-customers", min=100, max=20_000_000)] = 100_000,
    only: Annotated[list[str] | None, typer.Option("--only", help=f"Of {', '.join(PARTS)}; may be repeated.")] = None,
    folder: Annotated[Path | None, typer.Option("--folder", help="For the made files (deleted afterwards).")] = None,
    as_json: Json = False,
) -> None:
    """CDNOW side by side with other libraries, a million customers, growing numbers of purchases, Spark."""
    parts = PARTS[:3] if only is None else tuple(only)
    if unknown := set(parts) - set(PARTS):
        raise NotDone(f"--only is one of {', '.join(PARTS)}, not {', '.join(sorted(unknown))}.")
    if folder is not None and not folder.is_dir():
        raise NotDone(f"There is no folder {folder}.")
    found: dict[str, Any] = {}
    with TemporaryDirectory(prefix="kundenwert-bench-", dir=folder) as scratch:
        place = Path(scratch)
        if "cdnow" in parts:
            found["cdnow"] = _cdnow(cdnow, peers or [], runs)
        if "scale" in parts:
            from .benchmarks.mining_scale import measure_scale

            found["scale"] = measure_scale(place, customers)
        if "curve" in parts:
            from .benchmarks.mining_scale import measure_curve

            found["curve"] = measure_curve(place, largest)
        if spark or "spark" in parts:
            found["spark"] = _spark(place, spark_customers)
    if as_json:
        typer.echo(json.dumps(found))
        return
    from .benchmarks.mining_print import lines_of

    typer.echo("\n".join(lines_of(found)))


def _cdnow(file: Path | None, peers: list[Path], runs: int) -> dict[str, Any]:
    from .benchmarks.mining_cdnow import measure_cdnow

    if file is None and os.environ.get(TEST_DATA):
        file = Path(os.environ[TEST_DATA]) / "cdnow" / "CDNOW_master.txt"
    if file is None or not file.is_file():
        return {"skipped": {"all": f"no CDNOW_master.txt (--cdnow, or {TEST_DATA})" if file is None else f"no {file}"}}
    for interpreter in peers:
        if not interpreter.is_file():
            raise NotDone(f"There is no interpreter {interpreter}.")
    return measure_cdnow(file, peers, runs)


def _spark(place: Path, customers: int) -> dict[str, Any]:
    from .benchmarks.mining_spark import measure_spark, why_not

    if reason := why_not():
        raise NotDone(f"--spark: {reason}.")
    return measure_spark(place, customers)
