"""Cohorts: customers by the time of their first purchase, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import ibis
import numpy as np
from ibis.expr import types as ir
from numpy.typing import NDArray

from kundenwert.analytical.mining.base.purchases import (
    PurchaseColumns,
    as_day,
    is_purchase,
    purchase_lines,
    readable,
)
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import to_arrow

Period = Literal["month", "quarter"]
_MONTHS = {"month": 1, "quarter": 3}
_TRUNCATE: dict[str, Literal["M", "Q"]] = {"month": "M", "quarter": "Q"}


@dataclass(frozen=True)
class CohortTriangle:
    """One row per cohort, one column per age in periods from 0; what lies after the end of observation is 0."""

    period: Period
    until: date
    """The last period is a partial one unless this is its last day."""
    cohorts: tuple[date, ...]
    """First day of each period in which somebody bought for the first time."""
    sizes: NDArray[np.int64]
    """Customers of each cohort."""
    customers: NDArray[np.int64]
    """Who bought at that age; all of them at 0."""
    revenue: NDArray[np.float64] | None
    """Money of that age, returns taken off; None without amounts."""
    margin: NDArray[np.float64] | None
    observed: NDArray[np.bool_]
    """Whether the cohort can have reached the age."""

    def rates(self) -> NDArray[np.float64]:
        """The share of each cohort that bought at each age; 0 where not observed."""
        return np.asarray(self.customers / self.sizes[:, None], dtype=np.float64)

    def rate_by_age(self) -> NDArray[np.float64]:
        """The same over all cohorts that can have reached the age."""
        reached = (self.observed * self.sizes[:, None]).sum(axis=0)
        return np.asarray(self.customers.sum(axis=0) / reached, dtype=np.float64)


def cohorts(
    purchases: Any,
    columns: PurchaseColumns | None = None,
    *,
    period: Period = "month",
    until: date | None = None,
    free_counts: bool = True,
) -> CohortTriangle:
    """The triangle by count, revenue and margin, in one query.

    Returns count to the period in which they came back, those from before the first purchase to age 0; customers with
    nothing but returns are left out. `until` is by default the last date in the table. Raises UnfitData without a
    purchase.
    """
    lines = readable(purchase_lines(purchases, columns or PurchaseColumns()))
    if until is not None:
        lines = lines.filter(lines.date <= as_day(until))
    rows = to_arrow(_cells(lines, period, free_counts=free_counts)).to_pylist()
    if not rows:
        raise UnfitData("There is no purchase.", needed="at least one purchase before the end of observation")
    end = as_day(until) if until is not None else max(row["last"] for row in rows)
    starts = tuple(sorted({row["cohort"] for row in rows}))
    months = [(end.year - start.year) * 12 + end.month - start.month for start in starts]
    reach = [passed // _MONTHS[period] for passed in months]
    shape = (len(starts), max(reach) + 1)
    figures = {name: np.zeros(shape) for name in ("customers", "revenue", "margin") if name in rows[0]}
    for row in rows:
        place = starts.index(row["cohort"]), row["months"] // _MONTHS[period]
        for name, values in figures.items():
            values[place] += row[name] or 0
    counts = figures["customers"].astype(np.int64)
    return CohortTriangle(
        period=period,
        until=end,
        cohorts=starts,
        sizes=counts[:, 0].copy(),
        customers=counts,
        revenue=figures.get("revenue"),
        margin=figures.get("margin"),
        observed=np.arange(shape[1])[None, :] <= np.array(reach)[:, None],
    )


def _cells(lines: ir.Table, period: Period, *, free_counts: bool) -> ir.Table:
    bought = is_purchase(lines, free_counts=free_counts)
    sums: dict[str, ir.Value] = {
        "purchased": ibis.ifelse(bought, 1, 0).max(),
        "last": lines.date.max(),
    }
    money = {"revenue": "amount", "margin": "margin"}
    sums |= {name: lines[column].sum() for name, column in money.items() if column in lines.columns}
    merged = lines.group_by("customer", start=lines.date.truncate(_TRUNCATE[period]).cast("date")).aggregate(**sums)
    occasion = ibis.ifelse(merged.purchased == 1, merged.start, ibis.null("date"))
    placed = merged.mutate(cohort=occasion.min().over(group_by=merged.customer))
    placed = placed.filter(placed.cohort.notnull())
    years = placed.start.year() - placed.cohort.year()
    months = years * 12 + placed.start.month() - placed.cohort.month()
    placed = placed.mutate(months=ibis.greatest(months, 0))
    return placed.group_by("cohort", "months").aggregate(
        customers=placed.purchased.sum(),
        last=placed["last"].max(),
        **{name: placed[name].sum() for name in money if name in placed.columns},
    )
