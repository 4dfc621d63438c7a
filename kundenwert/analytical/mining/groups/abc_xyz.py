"""ABC/XYZ: what makes the revenue, and how steadily it does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Literal

import ibis
from ibis.expr import types as ir

from kundenwert.analytical.mining.base.purchases import PurchaseColumns, as_day, purchase_lines, readable
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.abc import SHARES, abc
from kundenwert.analytical.mining.tables import as_ibis, to_arrow

LEAST_MONTHS = 3


def abc_xyz(
    purchases: Any,
    columns: PurchaseColumns,
    *,
    item: Literal["product", "customer"] = "product",
    until: date | None = None,
    shares: Sequence[float] = SHARES,
    bounds: tuple[float, float] = (0.5, 1.0),
) -> ir.Table:
    """One row per product or customer: item, amount, share, abc, variation, xyz and abc_xyz (such as AX).

    variation is the coefficient of variation (standard deviation of the population / mean) of the monthly amounts,
    returns taken off, over all calendar months from the first in the table to that of `until` (default: its last date),
    months without demand included: so what is new or gone is unsteady too. X up to the first of `bounds`, Y up to the
    second, else Z; where the mean is not positive variation is NULL and the class Z. The span of months is looked up at
    once, all else is computed later. Raises UnfitData for less than three months or missing columns.
    """
    lines = readable(purchase_lines(as_ibis(purchases), columns))
    if "amount" not in lines.columns or item not in lines.columns:
        raise UnfitData(
            f"The table has no amounts or no {item}s.", needed=f"the names of the columns amount and {item}"
        )
    if not 0 < bounds[0] < bounds[1]:
        raise ValueError("The bounds of variation must be positive and in ascending order")
    lines = lines.filter(lines[item].notnull())
    if until is not None:
        lines = lines.filter(lines.date <= as_day(until))
    months = _months(lines, until)
    monthly = lines.group_by(item=lines[item], month=lines.date.truncate("M").cast("date")).aggregate(
        amount=lines.amount.sum(),
    )
    sums = monthly.group_by("item").aggregate(
        amount=monthly.amount.sum(), squares=(monthly.amount * monthly.amount).sum()
    )
    mean = sums.amount / float(months)
    # The square is a product: pow() is slower, and rounds otherwise on Spark.
    variance = ibis.greatest(sums.squares / float(months) - mean * mean, 0.0)
    steady = mean > 0
    variation = ibis.ifelse(steady, variance.sqrt() / ibis.ifelse(steady, mean, 1.0), ibis.null("float64"))
    classified = abc(sums.select("item", "amount", variation=variation), "amount", shares=shares)
    tolerance = 1e-9
    xyz = ibis.cases(
        (classified.variation <= bounds[0] + tolerance, "X"),
        (classified.variation <= bounds[1] + tolerance, "Y"),
        else_="Z",
    )
    return classified.select(
        "item", "amount", "share", "abc", "variation", xyz=xyz, abc_xyz=classified["abc"].concat(xyz)
    )


def _months(lines: ir.Table, until: date | None) -> int:
    (span,) = to_arrow(lines.aggregate(first=lines.date.min(), last=lines.date.max())).to_pylist()
    first, last = span["first"], span["last"] if until is None else as_day(until)
    months = 0 if first is None else (last.year - first.year) * 12 + last.month - first.month + 1
    if months < LEAST_MONTHS:
        raise UnfitData(f"The purchases cover {months} months.", needed=f"at least {LEAST_MONTHS} calendar months")
    return months
