"""Satisfaction × value: who must be won back, who must be kept, whom to grow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

import numpy as np
import pyarrow as pa

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow


class Quarter(Enum):
    """The four fields, by value and satisfaction."""

    KEEP = "keep"
    """High value, satisfied: the core. Care for them, ask them for referrals."""
    WIN_BACK = "win back"
    """High value, dissatisfied: the most urgent. Speak to them, find the reason, put it right."""
    GROW = "grow"
    """Low value, satisfied: offer them more."""
    KEEP_LEAN = "keep lean"
    """Low value, dissatisfied: serve them at low cost; look for a common reason."""


@dataclass(frozen=True)
class SatisfactionPortfolio:
    """Every customer with value and satisfaction in one of four quarters."""

    customers: Any
    """Arrow: customer, satisfaction, value, quarter."""
    quarters: Any
    """Arrow, in the order of `Quarter`: quarter, customers, value, share_of_customers, share_of_value."""
    value_bound: float
    satisfaction_bound: float
    left_out: int
    """Customers without value or satisfaction."""


def satisfaction_portfolio(
    table: Any, *, satisfaction_bound: float, value_bound: float | None = None, customer: str = "customer",
    satisfaction: str = "satisfaction", value: str = "value",
) -> SatisfactionPortfolio:  # fmt: skip
    """Splits customers (a row each) at both bounds; a customer on a bound is satisfied, of high value.

    `satisfaction_bound` depends on the question (4 of 5 for CSAT, 7 of 10 where only detractors count as
    dissatisfied); the median splits the value where no bound is given. Raises UnfitData where no customer has both.
    """
    source = as_ibis(table)
    need_columns(source, (customer, satisfaction, value))
    rows = source.select(
        customer=customer, satisfaction=source[satisfaction].cast("float64"), value=source[value].cast("float64")
    )
    whole = int(rows.count().execute())
    rows = rows.drop_null()
    rows = rows.filter(~rows.satisfaction.isnan() & ~rows.value.isnan())
    known = to_arrow(rows.order_by("customer"))
    if not known.num_rows:
        raise UnfitData("No customer has both a value and an answer.", needed="customers with both")
    worth, content = known.column("value").to_numpy(), known.column("satisfaction").to_numpy()
    bound = float(np.median(worth)) if value_bound is None else value_bound
    place = 2 * (worth < bound) + (content < satisfaction_bound)
    names = [quarter.value for quarter in Quarter]
    count = np.bincount(place, minlength=4)
    sums = np.bincount(place, weights=worth, minlength=4)
    total = float(worth.sum())
    quarters = pa.table(
        {
            "quarter": names, "customers": count, "value": sums, "share_of_customers": count / len(place),
            "share_of_value": [part / total if total else None for part in sums.tolist()],
        }
    )  # fmt: skip
    customers = known.append_column("quarter", pa.array([names[index] for index in place]))
    return SatisfactionPortfolio(customers, quarters, bound, satisfaction_bound, whole - known.num_rows)
