"""Stands alone: run by an interpreter of another environment, it measures the libraries found there on the same file.

`python mining_peers.py CDNOW_master.txt`; each line of the standard input is a request, each of the output its answer,
both JSON: {"library": "lifetimes", "step": "bg_nbd"} → {"milliseconds": …, "parameters": {…}}.
"""

from __future__ import annotations

import json
import os
import sys
import time
import warnings
from collections.abc import Callable
from typing import Any

CALIBRATION_END = "1997-09-30"
Step = Callable[..., dict[str, Any]]


def read_purchases(path: str) -> tuple[list[int], list[str], list[float]]:
    """Customers, days (1997-01-31) and amounts of CDNOW_master.txt: number, date, CDs, value."""
    with open(path, encoding="ascii") as file:  # noqa: PTH123
        rows = [line.split() for line in file]
    rows = [row for row in rows if len(row) == 4 and row[0].isdigit()]
    days = [f"{row[1][:4]}-{row[1][4:6]}-{row[1][6:]}" for row in rows]
    return [int(row[0]) for row in rows], days, [float(row[3]) for row in rows]


def serve(steps: Callable[[str], dict[str, Step]]) -> None:
    """Answers requests until the input ends; `steps` gives those of a library, or raises where it is not there."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what libraries print is no answer
    known: dict[str, dict[str, Step]] = {}
    for line in sys.stdin:
        request = json.loads(line)
        library = request["library"]
        try:
            if library not in known:
                known[library] = steps(library)
            answer = _timed(known[library][request["step"]], request.get("arguments", {}))
        except Exception as error:  # noqa: BLE001  a library that is missing or fails is named in the table
            answer = {"error": f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"}
        print(json.dumps(answer), file=answers, flush=True)


def _timed(step: Step, arguments: dict[str, Any]) -> dict[str, Any]:
    start = time.perf_counter()
    found = step(**arguments)
    return {"milliseconds": (time.perf_counter() - start) * 1000, **found}


def checksum(summary: Any) -> dict[str, Any]:
    """Of a summary, what must be equal in all summaries of the same purchases."""
    sums = {name: float(summary[name].sum()) for name in ("frequency", "recency", "T", "monetary_value")}
    return {"sums": {"customers": len(summary["T"]), **sums}}


def _frame(path: str) -> Any:
    import pandas as pd

    customers, days, amounts = read_purchases(path)
    return pd.DataFrame({"customer": customers, "date": pd.to_datetime(days), "amount": amounts})


def lifetimes_steps(path: str) -> dict[str, Step]:
    """The steps with lifetimes (0.11)."""
    purchases, kept = _frame(path), {}

    def summary() -> dict[str, Any]:
        from lifetimes import utils  # type: ignore[import-not-found]

        kept["summary"] = utils.summary_data_from_transaction_data(
            purchases, "customer", "date", "amount", observation_period_end=CALIBRATION_END, freq="D", freq_multiplier=7
        )
        return {}

    def bg_nbd() -> dict[str, Any]:
        from lifetimes import BetaGeoFitter

        rows = kept["summary"]
        return _named(BetaGeoFitter().fit(rows["frequency"], rows["recency"], rows["T"]).params_)

    def pareto_nbd() -> dict[str, Any]:
        from lifetimes import ParetoNBDFitter

        rows = kept["summary"]
        return _named(ParetoNBDFitter().fit(rows["frequency"], rows["recency"], rows["T"]).params_)

    def gamma_gamma() -> dict[str, Any]:
        from lifetimes import GammaGammaFitter

        rows = kept["summary"]
        rows = rows[(rows["frequency"] > 0) & (rows["monetary_value"] > 0)]
        return _named(GammaGammaFitter().fit(rows["frequency"], rows["monetary_value"]).params_)

    return {
        "version": lambda: _version("lifetimes"),
        "summary": summary,
        "bg_nbd": bg_nbd,
        "pareto_nbd": pareto_nbd,
        "gamma_gamma": gamma_gamma,
        "checksum": lambda: checksum(kept["summary"]),
    }


def pymc_steps(path: str) -> dict[str, Step]:
    """The steps with pymc-marketing, fit_method "map"; flat priors, so that its maximum is that of the likelihood."""
    purchases, kept = _frame(path), {}

    def summary() -> dict[str, Any]:
        from pymc_marketing.clv import rfm_summary  # type: ignore[import-not-found]

        kept["summary"] = rfm_summary(
            purchases, "customer", "date", "amount",
            observation_period_end=CALIBRATION_END, time_unit="D", time_scaler=7,
        )  # fmt: skip
        return {}

    def fitted(model: str, names: tuple[str, ...], rows: Any) -> dict[str, Any]:
        from pymc_extras.prior import Prior  # type: ignore[import-not-found]
        from pymc_marketing import clv  # type: ignore[import-not-found]

        made = getattr(clv, model)(model_config={name: Prior("HalfFlat") for name in names})
        made.fit(data=rows, method="map", progressbar=False)
        return _named({name: made.idata.posterior[name].item() for name in names})

    def paying() -> Any:
        rows = kept["summary"]
        return rows[(rows["frequency"] > 0) & (rows["monetary_value"] > 0)]

    return {
        "version": lambda: _version("pymc-marketing"),
        "summary": summary,
        "bg_nbd": lambda: fitted("BetaGeoModel", ("r", "alpha", "a", "b"), kept["summary"]),
        "pareto_nbd": lambda: fitted("ParetoNBDModel", ("r", "alpha", "s", "beta"), kept["summary"]),
        "gamma_gamma": lambda: fitted("GammaGammaModel", ("p", "q", "v"), paying()),
        "checksum": lambda: checksum(kept["summary"]),
    }


def _version(package: str) -> dict[str, Any]:
    """Without importing it: that is part of the first step."""
    from importlib.metadata import version

    return {"version": version(package)}


def _named(parameters: Any) -> dict[str, Any]:
    """The papers' gamma of Gamma-Gamma is called v by both."""
    return {"parameters": {"gamma" if name == "v" else name: float(value) for name, value in parameters.items()}}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    LIBRARIES = {"lifetimes": lifetimes_steps, "pymc-marketing": pymc_steps}
    serve(lambda library: LIBRARIES[library](sys.argv[1]))
