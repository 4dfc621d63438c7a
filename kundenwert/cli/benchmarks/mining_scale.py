"""All of the analysis of a large file of purchases, in a process of its own, so that its memory is that of the work."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from numpy.typing import NDArray

    from kundenwert.analytical.mining.base.statistics import SufficientStatistics
    from kundenwert.analytical.mining.base.summary import Unit
    from kundenwert.analytical.mining.value.bg_nbd import BgNbd
    from kundenwert.analytical.mining.value.gamma_gamma import GammaGamma

Result = TypeVar("Result")
YEARS, DISCOUNT, MARGIN = 3, 0.10, 0.3
WEEKS = YEARS * 52.0
GOAL_SECONDS, GOAL_MEGABYTES = 20.0, 3000
SIZES = (1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000)


def measure_scale(folder: Path, customers: int) -> dict[str, Any]:
    """The whole analysis of made purchases of so many customers: `steps` with seconds, `seconds`, `megabytes`."""
    return _measure(folder, customers, "all")


def measure_curve(folder: Path, largest: int) -> list[dict[str, Any]]:
    """Summary, compression and fit for growing numbers of purchases up to the largest, one row for each."""
    from .mining_made import PURCHASES_EACH

    sizes = [size for size in SIZES if size <= largest] or [largest]
    return [_measure(folder, size // PURCHASES_EACH, "curve") for size in sizes]


def _measure(folder: Path, customers: int, what: str) -> dict[str, Any]:
    """In a new process, on a file that is deleted afterwards."""
    from .mining_made import make_purchases

    file = folder / f"purchases-{customers}.parquet"
    try:
        purchases = make_purchases(file, customers)
        size = file.stat().st_size / 1e6
        command = [sys.executable, "-m", "kundenwert.cli.benchmarks.mining_scale", str(file), what]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    finally:
        file.unlink(missing_ok=True)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().rpartition("\n")[2] or f"the measuring process ended: {done.returncode}")
    return {"customers": customers, "purchases": purchases, "file_megabytes": round(size), **json.loads(done.stdout)}


class Clock:
    """Seconds by step."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def timed(self, name: str, work: Callable[[], Result]) -> Result:
        """What the work gives."""
        start = time.perf_counter()
        result = work()
        self.seconds[name] = round(time.perf_counter() - start, 3)
        return result

    def results(self) -> dict[str, Any]:
        """With the largest memory of this process so far."""
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1 << 20 if sys.platform == "darwin" else 1 << 10)
        return {"steps": self.seconds, "seconds": round(sum(self.seconds.values()), 2), "megabytes": peak}


def analyse_all(file: Path) -> dict[str, Any]:
    """Summary, RFM, ABC, BG/NBD, Gamma-Gamma and the lifetime value of every customer."""
    clock = Clock()
    clock.timed("imports", _imports)
    summary = clock.timed("summary", lambda: _summary(file, "day"))
    clock.timed("rfm", lambda: _rfm(summary))
    clock.timed("abc", lambda: _abc(summary))
    statistics = clock.timed("compression", lambda: _compressed(summary))
    buying = clock.timed("bg_nbd", lambda: _fit(statistics))
    spend = clock.timed("gamma_gamma", lambda: _spend(summary))
    values = clock.timed("clv", lambda: _values(summary, buying, spend))
    return {
        **clock.results(),
        "customers_found": summary.num_rows,
        "compressed_rows": len(statistics.customers),
        "parameters": {"bg_nbd": buying.parameters, "gamma_gamma": spend.parameters},
        "customer_equity": float(values.sum()),
    }


def grow(file: Path) -> dict[str, Any]:
    """Summary, compression and BG/NBD, with the purchases merged per week and per day."""
    clock, rows = Clock(), {}
    clock.timed("imports", _imports)
    merges: tuple[Unit, ...] = ("week", "day")
    for merge in merges:
        summary = clock.timed(f"summary_{merge}", lambda: _summary(file, merge))  # noqa: B023  called at once
        statistics = clock.timed(f"compression_{merge}", lambda: _compressed(summary))  # noqa: B023
        clock.timed(f"bg_nbd_{merge}", lambda: _fit(statistics))  # noqa: B023
        rows[merge] = len(statistics.customers)
    return {**clock.results(), "compressed_rows": rows}


def _imports() -> None:
    """What the steps would else pay for once; counted as a step of its own."""
    from kundenwert.analytical.mining.base import compressed, summary  # noqa: F401
    from kundenwert.analytical.mining.groups import abc, rfm  # noqa: F401
    from kundenwert.analytical.mining.value import bg_nbd, gamma_gamma, lifetime_value  # noqa: F401


def _summary(file: Path, merge: Unit) -> pa.Table:
    import ibis

    from kundenwert.analytical.mining.base.purchases import PurchaseColumns
    from kundenwert.analytical.mining.base.summary import customer_summary
    from kundenwert.analytical.mining.tables import to_arrow

    purchases = ibis.duckdb.connect().read_parquet(file)
    return to_arrow(customer_summary(purchases, PurchaseColumns(amount="amount"), merge=merge))


def _rfm(summary: pa.Table) -> pa.Table:
    from kundenwert.analytical.mining.groups.rfm import rfm
    from kundenwert.analytical.mining.tables import to_arrow

    return to_arrow(rfm(summary))


def _abc(summary: pa.Table) -> pa.Table:
    from kundenwert.analytical.mining.groups.abc import abc
    from kundenwert.analytical.mining.tables import to_arrow

    return to_arrow(abc(summary, "amount"))


def _compressed(summary: pa.Table) -> SufficientStatistics:
    from kundenwert.analytical.mining.base.compressed import sufficient_statistics

    return sufficient_statistics(summary)


def _fit(statistics: SufficientStatistics) -> BgNbd:
    from kundenwert.analytical.mining.value.bg_nbd import fit_bg_nbd

    return fit_bg_nbd(statistics)


def _spend(summary: pa.Table) -> GammaGamma:
    from kundenwert.analytical.mining.value.gamma_gamma import fit_gamma_gamma

    return fit_gamma_gamma(summary["frequency"].to_numpy(), summary["monetary_value"].to_numpy())


def _values(summary: pa.Table, buying: BgNbd, spend: GammaGamma) -> NDArray[np.float64]:
    from kundenwert.analytical.mining.value.lifetime_value import lifetime_value, rate_per_period

    history = [summary[name].to_numpy() for name in ("frequency", "recency", "T", "monetary_value")]
    rate = rate_per_period(DISCOUNT, "week")
    return lifetime_value(buying, spend, *history, horizon=WEEKS, rate=rate, margin=MARGIN).value


if __name__ == "__main__":
    work = analyse_all if sys.argv[2] == "all" else grow
    print(json.dumps(work(Path(sys.argv[1]))))  # noqa: T201
