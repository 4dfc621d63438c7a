"""Our side of the comparison, in a process of its own as the peers are, so that its first call is as cold as theirs."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from .mining_peers import CALIBRATION_END, Step, checksum, read_purchases, serve

if TYPE_CHECKING:
    import pyarrow as pa

    from kundenwert.analytical.mining.base.statistics import SufficientStatistics
    from kundenwert.analytical.mining.value.parametric import Parametric

UNTIL = date.fromisoformat(CALIBRATION_END)


def our_steps(path: str) -> dict[str, Step]:
    """As those of the peers; BG/NBD and Pareto/NBD each compress the summary, so that this counts as theirs."""
    import pyarrow as pa

    customers, days, amounts = read_purchases(path)
    dates = pa.array([date.fromisoformat(day) for day in days])
    purchases = pa.table({"customer": customers, "date": dates, "amount": amounts})
    kept: dict[str, pa.Table] = {}

    def summary() -> dict[str, Any]:
        from kundenwert.analytical.mining.base.purchases import PurchaseColumns
        from kundenwert.analytical.mining.base.summary_in_memory import summary_in_memory

        kept["summary"] = summary_in_memory(purchases, PurchaseColumns(amount="amount"), until=UNTIL)
        return {}

    def bg_nbd() -> dict[str, Any]:
        from kundenwert.analytical.mining.value.bg_nbd import fit_bg_nbd

        return _found(fit_bg_nbd(_compressed(kept["summary"])))

    def pareto_nbd() -> dict[str, Any]:
        from kundenwert.analytical.mining.value.pareto_nbd import fit_pareto_nbd

        return _found(fit_pareto_nbd(_compressed(kept["summary"])))

    def gamma_gamma() -> dict[str, Any]:
        from kundenwert.analytical.mining.value.gamma_gamma import fit_gamma_gamma

        return _found(fit_gamma_gamma(*_columns(kept["summary"], "frequency", "monetary_value")))

    return {
        "version": _version,
        "summary": summary,
        "bg_nbd": bg_nbd,
        "pareto_nbd": pareto_nbd,
        "gamma_gamma": gamma_gamma,
        "checksum": lambda: checksum({name: kept["summary"][name].to_numpy() for name in kept["summary"].column_names}),
        "compressed": lambda: {"rows": len(_compressed(kept["summary"]).customers)},
        "likelihood": lambda model, parameters: _likelihood(kept["summary"], model, parameters),
    }


def _version() -> dict[str, Any]:
    from kundenwert import __version__

    return {"version": __version__}


def _columns(summary: pa.Table, *names: str) -> list[Any]:
    return [summary[name].to_numpy() for name in names]


def _compressed(summary: pa.Table) -> SufficientStatistics:
    from kundenwert.analytical.mining.base.statistics import SufficientStatistics

    return SufficientStatistics.of(*_columns(summary, "frequency", "recency", "T"))


def _found(model: Parametric) -> dict[str, Any]:
    return {"parameters": model.parameters}


def _likelihood(summary: pa.Table, model: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """Of anybody's parameters, by one formula for all, customer by customer."""
    from kundenwert.analytical.mining.value.bg_nbd import BgNbd
    from kundenwert.analytical.mining.value.gamma_gamma import GammaGamma
    from kundenwert.analytical.mining.value.pareto_nbd import ParetoNbd

    if model == "gamma_gamma":
        x, mean = _columns(summary, "frequency", "monetary_value")
        paid = (x > 0) & (mean > 0)
        return {"log_likelihood": float(GammaGamma(**parameters).log_likelihood_of(x[paid], mean[paid]).sum())}
    buying = BgNbd(**parameters) if model == "bg_nbd" else ParetoNbd(**parameters)
    columns = _columns(summary, "frequency", "recency", "T")
    return {"log_likelihood": float(buying.log_likelihood_of(*columns).sum())}


if __name__ == "__main__":
    serve(lambda _library: our_steps(sys.argv[1]))
