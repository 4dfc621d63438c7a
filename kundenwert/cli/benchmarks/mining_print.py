"""The results of `kundenwert bench mining` as lines to read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .mining_cdnow import OURS, STEPS
from .mining_scale import GOAL_MEGABYTES, GOAL_SECONDS


def lines_of(found: dict[str, Any]) -> Iterator[str]:
    """All parts that were measured."""
    for part, lines in (("cdnow", _cdnow), ("scale", _scale), ("curve", _curve), ("spark", _spark)):
        if part in found:
            yield from lines(found[part])
            yield ""


def _cdnow(found: dict[str, Any]) -> Iterator[str]:
    yield "CDNOW, milliseconds"
    for name, reason in found["skipped"].items():
        yield f"not measured: {name}: {reason}"
    if "steps" not in found:
        return
    versions = ", ".join(f"{name} {version}" for name, version in found["libraries"].items())
    customers = found["summaries"][OURS]["customers"]
    same = "" if found["same_summaries"] else "; the summaries DIFFER"
    yield f"{versions}; {customers} customers, {found['compressed_rows']} rows after compression{same}"
    yield (
        f"{'step':<18}{'library':<16}{'warm':>10}{'factor':>8}{'goal':>6}{'cold':>10}{'factor':>8}"
        f"{'log-likelihood':>17}  {'equal':<6}"
    )
    for row in found["steps"]:
        if "error" in row:
            yield f"{STEPS[row['step']]:<18}{row['library']:<16}{row['error']}"
            continue
        likelihood = row.get("log_likelihood")
        equal = {True: "yes", False: "NO"}.get(row.get("equal"), "")
        yield (
            f"{STEPS[row['step']]:<18}{row['library']:<16}{row['warm_ms']:>10.1f}{_number(row.get('factor')):>8}"
            f"{row.get('goal') or '':>6}{row['cold_ms']:>10.0f}{_number(row.get('factor_cold')):>8}"
            f"{'' if likelihood is None else format(likelihood, '.3f'):>17}  {equal:<6}"
        )
    yield found["note"]


def _scale(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['customers']} customers, {found['purchases']} purchases from Parquet, seconds"
    for step, seconds in found["steps"].items():
        yield f"{step:<18}{seconds:>10.2f}"
    yield f"{'total':<18}{found['seconds']:>10.2f}   goal {GOAL_SECONDS:.0f} for a million customers"
    yield f"{'memory, MB':<18}{found['megabytes']:>10}   goal {GOAL_MEGABYTES}"


def _curve(found: list[dict[str, Any]]) -> Iterator[str]:
    yield "Growing numbers of purchases, ten per customer; merged per week and per day; seconds"
    yield f"{'':>12}{'':>11}{'per week':>40}{'per day':>40}"
    half = f"{'summary':>10}{'compress':>10}{'BG/NBD':>9}{'rows':>11}"
    yield f"{'purchases':>12}{'MB':>11}{half}{half}"
    for row in found:
        halves = "".join(
            f"{row['steps'][f'summary_{merge}']:>10.2f}{row['steps'][f'compression_{merge}']:>10.2f}"
            f"{row['steps'][f'bg_nbd_{merge}']:>9.2f}{row['compressed_rows'][merge]:>11}"
            for merge in ("week", "day")
        )
        yield f"{row['purchases']:>12}{row['megabytes']:>11}{halves}"


def _spark(found: dict[str, Any]) -> Iterator[str]:
    yield f"Spark, {found['workers']} workers: {found['customers']} customers, {found['purchases']} purchases, seconds"
    yield f"{'step':<18}{'rows':>10}{'Spark':>10}{'DuckDB':>10}"
    for row in found["steps"]:
        equal = "equal" if row["equal"] else f"DIFFERENT: {', '.join(row['differs'])}"
        yield f"{row['step']:<18}{row['rows']:>10}{row['spark_seconds']:>10.2f}{row['duckdb_seconds']:>10.2f}  {equal}"


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.1f}"
