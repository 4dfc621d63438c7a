"""CDNOW, all 23,570 customers: the steps from purchases to models, ours and the peers' in turn."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any, Self

STEPS = {
    "summary": "customer summary",
    "bg_nbd": "BG/NBD",
    "pareto_nbd": "Pareto/NBD",
    "gamma_gamma": "Gamma-Gamma",
}
GOALS = {
    ("summary", "lifetimes"): 6, ("bg_nbd", "lifetimes"): 20, ("bg_nbd", "pymc-marketing"): 70,
    ("pareto_nbd", "lifetimes"): 50, ("gamma_gamma", "lifetimes"): 10,
}  # fmt: skip
"""Times faster, warm."""
EQUAL = 1e-4
"""Of the log-likelihood, relative."""
PEERS = ("lifetimes", "pymc-marketing")
OURS = "kundenwert"
PAUSE = 0.3
"""Seconds before each call: threads of the one before, of another process, spin on for some hundredths."""
PATIENCE = 90_000.0
"""A peer that has taken longer over a step (milliseconds, all runs) is not asked again, once it has run warm twice."""
NOTE = (
    "cold: the first call in a new process with the imports it needs, in this order; warm: the median of the runs"
    " after it, ours and the peers' in turn (lifetimes draws the start of Pareto/NBD: its least is luck)."
    " Ours of BG/NBD and Pareto/NBD includes compressing the summary to its sufficient"
    " statistics. Log-likelihoods are of each library's parameters, all by one formula."
)


class Library:
    """A process that measures the steps of one library."""

    def __init__(self, name: str, command: Sequence[str]) -> None:
        self.name = name
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Ends by itself when nothing more is asked."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def ask(self, step: str, **arguments: Any) -> dict[str, Any]:
        """The answer; with `error` where there is none."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            request = {"library": self.name, "step": step, "arguments": arguments}
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        answer: dict[str, Any] = json.loads(line) if line else {"error": "the process ended"}
        return answer


def measure_cdnow(file: Path, interpreters: Sequence[Path], runs: int) -> dict[str, Any]:
    """`libraries` with their versions, `skipped` with reasons, `steps`: one row per step and peer."""
    with ExitStack() as stack:
        ours = stack.enter_context(
            Library(OURS, [sys.executable, "-m", "kundenwert.cli.benchmarks.mining_ours", str(file)])
        )
        versions = {OURS: _checked(ours.ask("version"))["version"]}
        peers, skipped = [], {}
        for name in PEERS:
            found, reason = _peer(name, file, interpreters, stack)
            if found is None:
                skipped[name] = reason
                continue
            peers.append(found)
            versions[name] = found.ask("version")["version"]
        rows = []
        for step in STEPS:
            rows += _measured(step, ours, peers, runs)
        checks = {library.name: library.ask("checksum").get("sums") for library in (ours, *peers)}
        compressed = _checked(ours.ask("compressed"))["rows"]
    return {
        "libraries": versions, "skipped": skipped, "steps": rows, "summaries": checks, "compressed_rows": compressed,
        "same_summaries": all(_same(checks[OURS], other) for other in checks.values()), "note": NOTE,
    }  # fmt: skip


def _peer(name: str, file: Path, interpreters: Sequence[Path], stack: ExitStack) -> tuple[Library | None, str]:
    reason = "no interpreter of another environment was given (--peers)"
    for interpreter in interpreters:
        script = Path(__file__).with_name("mining_peers.py")
        library = Library(name, [str(interpreter), str(script), str(file)])
        answer = library.ask("version")
        if "error" not in answer:
            return stack.enter_context(library), ""
        library.__exit__()
        reason = answer["error"]
    return None, reason


def _measured(step: str, ours: Library, peers: Sequence[Library], runs: int) -> list[dict[str, Any]]:
    """One run of each in turn, so that all meet the same moods of the machine."""
    answers: dict[str, list[dict[str, Any]]] = {library.name: [] for library in (ours, *peers)}
    for _run in range(1 + runs):
        for library in (ours, *peers):
            had = answers[library.name]
            if len(had) >= 3 and sum(answer.get("milliseconds", PATIENCE) for answer in had) > PATIENCE:
                continue
            if had and "error" in had[-1]:
                continue
            time.sleep(PAUSE)
            had.append(library.ask(step))
    rows = [{"step": step, "library": name, **_figures(had)} for name, had in answers.items()]
    for row in rows:
        if "parameters" in row:
            asked = ours.ask("likelihood", model=step, parameters=row["parameters"])
            row["log_likelihood"] = asked.get("log_likelihood")
    our = rows[0]
    for row in rows[1:]:
        row["goal"] = GOALS.get((step, row["library"]))
        if "error" in row or "error" in our:
            continue
        row |= {"factor": row["warm_ms"] / our["warm_ms"], "factor_cold": row["cold_ms"] / our["cold_ms"]}
        if row.get("log_likelihood") is not None:
            row["equal"] = abs(row["log_likelihood"] - our["log_likelihood"]) <= EQUAL * abs(our["log_likelihood"])
    return rows


def _figures(answers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    if "error" in answers[-1]:
        return {"error": answers[-1]["error"]}
    times = [answer["milliseconds"] for answer in answers]
    figures = {"cold_ms": times[0], "warm_ms": median(times[1:]), "least_ms": min(times[1:]), "runs": len(times) - 1}
    return figures | ({"parameters": answers[-1]["parameters"]} if "parameters" in answers[-1] else {})


def _checked(answer: dict[str, Any]) -> dict[str, Any]:
    if "error" in answer:
        raise RuntimeError(answer["error"])
    return answer


def _same(one: dict[str, float] | None, other: dict[str, float] | None) -> bool:
    if not one or not other:
        return False
    return all(abs(one[name] - other[name]) <= 1e-9 * max(1.0, abs(one[name])) for name in one)
