"""One row per customer: what the models and groupings say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv
import pyarrow.parquet

from kundenwert.analytical.mining.groups.abc import abc
from kundenwert.analytical.mining.groups.rfm import rfm
from kundenwert.analytical.mining.tables import as_ibis, to_arrow
from kundenwert.analytical.mining.value.lifetime_value import PERIODS_PER_YEAR, lifetime_value, rate_per_period
from kundenwert.analytical.mining.value.next_purchase import next_purchase

from .buying import Buying
from .settings import Settings

FARTHEST_YEARS = 50
"""A next purchase later than this is none."""
INTERNAL = ("mean_interpurchase_days", "repeat_amount", "holdout_frequency", "holdout_periods", "holdout_amount")


def score_customers(buying: Buying, settings: Settings, trends: pa.Table | None) -> pa.Table:
    """The summary of each customer with its groups and, where models could be fitted, chances and value.

    Columns: customer, first, last, purchases, frequency, recency, T (in the unit of the settings), amount,
    monetary_value, margin; r, f, m, rfm, cell; abc, share; probability_alive, expected_purchases (in the next year),
    next_purchase; spend (per purchase), value (of the coming years, discounted); year, year_before. Sorted by
    value, else by amount, else by purchases, the largest first.
    """
    figure = "amount" if "amount" in buying.summary.column_names else "purchases"
    grouped = to_arrow(abc(rfm(as_ibis(buying.summary)), figure).order_by("customer"))
    scored = _with_chances(grouped, buying, settings)
    if trends is not None:
        scored = scored.join(trends, "customer", join_type="left outer")
    order = next(name for name in ("value", figure) if name in scored.column_names)
    kept = scored.drop_columns([name for name in INTERNAL if name in scored.column_names])
    return kept.sort_by([(order, "descending"), ("customer", "ascending")])


def _with_chances(table: pa.Table, buying: Buying, settings: Settings) -> pa.Table:
    model = buying.model
    if model is None:
        return table
    x, recency, end = (table[name].to_numpy().astype(np.float64) for name in ("frequency", "recency", "T"))
    year = PERIODS_PER_YEAR[settings.unit]
    table = table.append_column("probability_alive", pa.array(model.probability_alive(x, recency, end)))
    table = table.append_column("expected_purchases", pa.array(model.expected_purchases(year, x, recency, end)))
    days = next_purchase(model, x, recency, end).dates(buying.period[1], settings.unit)
    never = days > np.datetime64(date(buying.period[1].year + FARTHEST_YEARS, 12, 31))
    table = table.append_column("next_purchase", pa.array(days.astype("datetime64[D]"), pa.date32(), mask=never))
    if buying.spend is None:
        return table
    found = lifetime_value(
        model, buying.spend, x, recency, end, table["monetary_value"].to_numpy(),
        horizon=settings.years * year,
        rate=rate_per_period(settings.discount, settings.unit),
        margin=_margin(table, settings),
    )  # fmt: skip
    table = table.append_column("spend", pa.array(found.spend))
    return table.append_column("value", pa.array(found.value))


def _margin(table: pa.Table, settings: Settings) -> float:
    """Of the file where it has margins: all margin by all revenue, which single customers would scatter around."""
    if "margin" not in table.column_names:
        return settings.margin
    revenue = float(pc.sum(table["amount"]).as_py() or 0)
    return float(pc.sum(table["margin"]).as_py()) / revenue if revenue > 0 else settings.margin


def write_scores(customers: pa.Table, path: Path) -> None:
    """As Parquet or, for any other ending, as CSV with a header."""
    if path.suffix.lower() == ".parquet":
        pyarrow.parquet.write_table(customers, path)
    else:
        pyarrow.csv.write_csv(customers, path)
