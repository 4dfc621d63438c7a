"""What changes with time: who comes back after the first purchase, who buys more than a year ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import ibis
import pyarrow as pa

from kundenwert.analytical.mining.base.purchases import PurchaseColumns, purchase_lines, readable
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


def cohorts_of(table: pa.Table, until: date, *, money: bool) -> Cohorts:
    """The newest cohorts, at most MOST_COHORTS; the last quarter counts although it may not be over."""
    lines = readable(purchase_lines(table, PurchaseColumns(amount="amount" if money else None)))
    lines = lines.filter(lines.date <= until)
    if money:
        lines = lines.filter(lines.amount >= 0)
    quarter = (lines.date.year() * 4 + lines.date.quarter() - 1).cast("int64")
    seen = lines.select(customer=lines.customer, quarter=quarter).distinct()
    first = seen.group_by("customer").aggregate(first=seen.quarter.min())
    joined = seen.join(first, "customer")
    counted = joined.group_by("first", age=joined.quarter - joined.first).aggregate(customers=ibis._.count())
    found = {(row["first"], row["age"]): row["customers"] for row in to_arrow(counted).to_pylist()}
    last = until.year * 4 + (until.month - 1) // 3
    starts = sorted({start for start, _age in found})[-MOST_COHORTS:]
    ages = range(1, last - min(starts, default=last) + 1)
    sizes = [found[start, 0] for start in starts]
    return Cohorts(
        names=[f"{start // 4}/Q{start % 4 + 1}" for start in starts],
        sizes=sizes,
        ages=ages,
        shares=[
            [found.get((start, age), 0) / size if start + age <= last else None for age in ages]
            for start, size in zip(starts, sizes, strict=True)
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
