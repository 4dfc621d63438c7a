"""Whether customers come back, and with them their money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import ibis

from kundenwert.analytical.mining.base.purchases import PurchaseColumns, as_day, purchase_lines, readable
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class RepeatRate:
    """How many customers bought more than once."""

    customers: int
    repeaters: int

    @property
    def rate(self) -> float:
        """From 0 to 1."""
        return self.repeaters / self.customers


def repeat_rate(summary: Any) -> RepeatRate:
    """From a `customer_summary`. Raises UnfitData without customers."""
    table = as_ibis(summary)
    need_columns(table, ["frequency"])
    aggregate = table.aggregate(customers=table.count(), repeaters=(table.frequency > 0).sum())
    (found,) = to_arrow(aggregate).to_pylist()
    if not found["customers"]:
        raise UnfitData("There is no customer with a purchase.", needed="at least one purchase")
    return RepeatRate(int(found["customers"]), int(found["repeaters"]))


@dataclass(frozen=True)
class RevenueRetention:
    """What the customers of one time span brought in the next, in money; customers that are new in it do not count."""

    base_from: date
    base_to: date
    until: date
    customers: int
    """With revenue in the base span."""
    base: float
    """Their revenue in it; base - churned - contraction + expansion is what they brought in the next."""
    churned: float
    """Of those who brought nothing (or less) in the next span."""
    contraction: float
    """Lost with those who brought less."""
    expansion: float
    """Gained with those who brought more."""

    @property
    def gross(self) -> float:
        """Gross revenue retention, 0 to 1: what is kept of the base without anybody's growth."""
        return max(0.0, 1 - (self.churned + self.contraction) / self.base)

    @property
    def net(self) -> float:
        """Net revenue retention: above 1 where growth makes up for losses."""
        return max(0.0, self.gross + self.expansion / self.base)


def revenue_retention(
    purchases: Any, columns: PurchaseColumns, *, base_to: date, until: date, base_from: date | None = None
) -> RevenueRetention:
    """The revenue after `base_to` up to `until` against that of as many days up to `base_to`, or from `base_from` on.

    Returns are taken off. A customer whose revenue of the base span is not positive is not in the base. Raises
    UnfitData where there are no amounts or nobody has revenue in the base span, ValueError where the days are in no
    order.
    """
    base_to, until = as_day(base_to), as_day(until)
    start = base_to - (until - base_to) if base_from is None else as_day(base_from) - _DAY
    if not start < base_to < until:
        raise ValueError("The days must be in the order base_from, base_to, until")
    lines = readable(purchase_lines(purchases, columns))
    if "amount" not in lines.columns:
        raise UnfitData("The table has no amounts.", needed="the name of the column with the amounts")
    lines = lines.filter(lines.date > start, lines.date <= until)
    money = lines.group_by("customer").aggregate(
        base=ibis.ifelse(lines.date <= base_to, lines.amount, 0.0).sum(),
        later=ibis.ifelse(lines.date > base_to, lines.amount, 0.0).sum(),
    )
    money = money.filter(money.base > 0)
    gone = money.later <= 0
    aggregate = money.aggregate(
        customers=money.count(),
        base=money.base.sum(),
        churned=ibis.ifelse(gone, money.base, 0.0).sum(),
        contraction=ibis.ifelse(~gone & (money.later < money.base), money.base - money.later, 0.0).sum(),
        expansion=ibis.ifelse(money.later > money.base, money.later - money.base, 0.0).sum(),
    )
    (found,) = to_arrow(aggregate).to_pylist()
    if not found["customers"]:
        raise UnfitData(
            f"Nobody brought revenue between {start + _DAY} and {base_to}.", needed="purchases in both spans of time"
        )
    return RevenueRetention(base_from=start + _DAY, base_to=base_to, until=until, **found)
