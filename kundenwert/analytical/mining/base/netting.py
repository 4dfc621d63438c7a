"""Returns taken off the purchase they belong to, as far as a list of purchases can tell."""

from __future__ import annotations

from typing import Any

import ibis
from ibis.expr import types as ir

from kundenwert.analytical.mining.base.purchases import PurchaseColumns, purchase_lines, readable


def net_of_returns(purchases: Any, columns: PurchaseColumns | None = None) -> ir.Table:
    """One row per customer and day: customer, date, and where there are such amount and margin, all lines added up.

    An order that is cancelled on its day would otherwise count as a purchase of its full amount: a day that comes to
    nothing by returns is left out, one that comes to less is a return. A return on a later day stays a row of its own,
    for nobody knows what it belongs to. Rows without customer, date or amount are left out. Raises UnfitData for unfit
    columns.
    """
    lines = readable(purchase_lines(purchases, columns or PurchaseColumns()))
    sums: dict[str, ir.Value] = {}
    if "margin" in lines.columns:
        sums["margin"] = lines.margin.sum()
    if "amount" not in lines.columns:
        return (
            lines.group_by("customer", "date").aggregate(**sums)
            if sums
            else lines.select("customer", "date").distinct()
        )
    # To a hundredth of a cent: what is added up and taken off again leaves some bits behind.
    sums |= {"amount": lines.amount.sum().round(4), "returns": ibis.ifelse(lines.amount < 0, 1, 0).sum()}
    days = lines.group_by("customer", "date").aggregate(**sums)
    return days.filter((days.amount != 0) | (days.returns == 0)).drop("returns")
