"""Chances and warnings: whose purchases are about to rise, whose to fall."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

import ibis
import pyarrow as pa

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

from .classifier import OutcomeClassifier, fit_classifier

FEATURES = (
    "amount of the last period", "amount of the period before", "amount two periods ago",
    "purchases of the last period", "purchases of the period before", "change of amount",
    "days since last purchase", "days since first purchase", "amount per purchase", "largest purchase",
)  # fmt: skip


@dataclass(frozen=True)
class Trend:
    """Chance of a rise and of a fall in the period after `until`, for customers who bought in the one before."""

    rise: OutcomeClassifier
    fall: OutcomeClassifier
    customers: Any
    """Arrow, by customer: customer, amount (of the last period), rise, fall (probabilities), rise_because and
    fall_because (lists of sentences)."""
    until: dt.date
    period_days: int


def fit_trend(
    purchases: Any, *, customer: str = "customer", date: str = "date", amount: str = "amount",
    until: dt.date | None = None, period_days: int = 90, change: float = 0.2, folds: int = 10, seed: int = 0,
) -> Trend:  # fmt: skip
    """Learns from the last whole period who rose or fell, and says it for the one to come.

    A period is `period_days` long; `until` is the last day of the last one (default: the last purchase). A customer
    rises where the next period brings at least 1 + change times the amount of the last, falls where at most
    1 - change times. Features look back three periods, and never past the day from which the outcome counts. Only
    customers with a positive amount in the last period are judged: who has stopped already is a matter of churn.
    Raises UnfitData for a table that covers less than three periods, and as `fit_classifier` does.
    """
    source = as_ibis(purchases)
    need_columns(source, (customer, date, amount))
    rows = source.select(
        customer=customer, day=source[date].cast("date"), amount=source[amount].cast("float64")
    ).drop_null()  # fmt: skip
    ends = to_arrow(rows.aggregate(first=rows.day.min(), last=rows.day.max())).to_pylist()[0]
    end = until or ends["last"]
    if end is None or (end - ends["first"]).days < 3 * period_days:
        raise UnfitData(
            f"The purchases cover less than three periods of {period_days} days.",
            needed="a longer history, or a shorter period",
        )
    cut = end - dt.timedelta(days=period_days)
    past = to_arrow(_features(rows, cut, period_days, after=True))
    before, after = (past.column(name).to_numpy() for name in (FEATURES[0], "after"))
    learnt = {}
    for name, happened in (("rise", after >= (1 + change) * before), ("fall", after <= (1 - change) * before)):
        table = past.select(FEATURES).append_column("outcome", pa.array(happened))
        learnt[name] = fit_classifier(table, outcome="outcome", folds=folds, seed=seed, name=f"Trend: {name}")
    now = to_arrow(_features(rows, end, period_days, after=False))
    columns: dict[str, Any] = {"customer": now.column("customer"), "amount": now.column(FEATURES[0])}
    columns |= {name: model.predict(now) for name, model in learnt.items()}
    for name, model in learnt.items():
        columns[f"{name}_because"] = pa.array(
            [[driver.words for driver in drivers] for drivers in model.drivers(now)], pa.list_(pa.string())
        )
    return Trend(learnt["rise"], learnt["fall"], pa.table(columns), end, period_days)


def _features(rows: ibis.Table, cut: dt.date, days: int, *, after: bool) -> ibis.Table:
    """One row per customer who bought in the period that ends with `cut`, known on that day; and what came after."""

    def period(back: int) -> Any:
        last = cut - dt.timedelta(days=back * days)
        return (rows.day <= last) & (rows.day > last - dt.timedelta(days=days))

    known = rows.day <= cut
    later = (rows.day > cut) & (rows.day <= cut + dt.timedelta(days=days))
    made = rows.group_by("customer").aggregate(
        a0=rows.amount.sum(where=period(0)).fill_null(0.0),
        a1=rows.amount.sum(where=period(1)).fill_null(0.0),
        a2=rows.amount.sum(where=period(2)).fill_null(0.0),
        n0=period(0).sum(), n1=period(1).sum(),
        last=rows.day.max(where=known), first=rows.day.min(where=known),
        mean=rows.amount.mean(where=known), largest=rows.amount.max(where=known),
        after=rows.amount.sum(where=later).fill_null(0.0),
    )  # fmt: skip
    made = made.filter(made.a0 > 0)
    day = ibis.date(cut.isoformat())
    columns = {
        "customer": made.customer,
        FEATURES[0]: made.a0, FEATURES[1]: made.a1, FEATURES[2]: made.a2,
        FEATURES[3]: made.n0, FEATURES[4]: made.n1,
        FEATURES[5]: made.a0 - made.a1,
        FEATURES[6]: day.delta(made["last"], unit="day"), FEATURES[7]: day.delta(made["first"], unit="day"),
        FEATURES[8]: made["mean"], FEATURES[9]: made["largest"],
    }  # fmt: skip
    if after:
        columns["after"] = made["after"]
    return made.select(**columns).order_by("customer")
