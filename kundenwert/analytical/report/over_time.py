"""What changes with time: who comes back after the first purchase, who buys more than a year ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pyarrow as pa

from kundenwert.analytical.mining.base.purchases import PurchaseColumns, purchase_lines, readable
from kundenwert.analytical.mining.groups.cohorts import cohorts
from kundenwert.analytical.mining.tables import to_arrow

MOST_COHORTS = 12
YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Cohorts:
    """Customers by the quarter of their first purchase; a share is None where that time has not come yet."""

    names: Sequence[str]
    sizes: Sequence[int]
    ages: Sequence[int]
    """Quarters after the first."""
    shares: Sequence[Sequence[float | None]]


def cohorts_of(table: pa.Table, columns: PurchaseColumns, until: date) -> Cohorts:
    """The newest cohorts, at most MOST_COHORTS; the last quarter counts although it may not be over."""
    triangle = cohorts(table, columns, period="quarter", until=until)
    newest = slice(-MOST_COHORTS, None)
    observed = triangle.observed[newest]
    ages = range(1, int(observed.sum(axis=1).max()))
    rates = triangle.rates()[newest]
    return Cohorts(
        names=[f"{start.year}/Q{(start.month + 2) // 3}" for start in triangle.cohorts[newest]],
        sizes=triangle.sizes[newest].tolist(),
        ages=ages,
        shares=[
            [float(row[age]) if seen[age] else None for age in ages] for row, seen in zip(rates, observed, strict=True)
        ],
    )


def trends(table: pa.Table, columns: PurchaseColumns, until: date) -> pa.Table | None:
    """Per customer the money of the last 365 days (`year`) and of the 365 before (`year_before`).

    None where the file tells no money or less than two years.
    """
    if columns.amount is None:
        return None
    lines = readable(purchase_lines(table, columns))
    start = to_arrow(lines.aggregate(first=lines.date.min()))["first"][0].as_py()
    if start is None or start > until - 2 * YEAR:
        return None
    this = (lines.date > until - YEAR) & (lines.date <= until)
    before = (lines.date > until - 2 * YEAR) & (lines.date <= until - YEAR)
    sums = lines.group_by("customer").aggregate(
        year=lines.amount.sum(where=this).fill_null(0.0),
        year_before=lines.amount.sum(where=before).fill_null(0.0),
    )
    return to_arrow(sums)
