"""What a list of purchases is made of: every row is counted in one place, none is dropped silently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
from ibis.expr import types as ir

from kundenwert.analytical.mining.base.purchases import PurchaseColumns, as_day, is_purchase, purchase_lines
from kundenwert.analytical.mining.tables import to_arrow


@dataclass(frozen=True)
class DataQuality:
    """Counts of rows: rows = used + without_customer + without_date + without_amount + after_until.

    A row with more than one fault is counted at the first of these.
    """

    rows: int
    used: int
    """What enters the summary, returns among it."""
    without_customer: int
    without_date: int
    without_amount: int
    """Missing, NaN or infinite; 0 where the table has no column of amounts."""
    after_until: int
    returns: int
    """Used rows with a negative amount: no purchase, but taken off the customer's amount."""
    free: int
    """Used rows with the amount 0."""
    customers: int
    """With at least one purchase."""
    customers_with_returns_only: int
    """Left out of the summary and of all models."""
    period_from: date | None
    """The first day of the used rows; None where there is none."""
    period_to: date | None


def data_quality(
    purchases: Any,
    columns: PurchaseColumns | None = None,
    *,
    until: date | None = None,
    free_counts: bool = True,
) -> DataQuality:
    """Counts all rows in one pass. Arguments as in `customer_summary`. Raises UnfitData for unfit columns."""
    lines = purchase_lines(purchases, columns or PurchaseColumns())
    fault = _fault(lines, None if until is None else as_day(until))
    used = fault == ""
    amount = lines.amount if "amount" in lines.columns else ibis.literal(1.0)
    purchase = is_purchase(lines, free_counts=free_counts)
    # Distinct customers by CASE, not by FILTER: Spark plans several filtered distinct counts as one pass each.
    aggregate = lines.aggregate(
        rows=lines.count(),
        used=used.sum(),
        without_customer=(fault == "customer").sum(),
        without_date=(fault == "date").sum(),
        without_amount=(fault == "amount").sum(),
        after_until=(fault == "until").sum(),
        returns=(used & (amount < 0)).sum(),
        free=(used & (amount == 0)).sum(),
        customers=ibis.ifelse(used & purchase, lines.customer, ibis.null(lines.customer.type())).nunique(),
        anybody=ibis.ifelse(used, lines.customer, ibis.null(lines.customer.type())).nunique(),
        period_from=ibis.ifelse(used, lines.date, ibis.null("date")).min(),
        period_to=ibis.ifelse(used, lines.date, ibis.null("date")).max(),
    )
    (found,) = to_arrow(aggregate).to_pylist()
    period_from, period_to = found.pop("period_from"), found.pop("period_to")
    counts = {name: int(value or 0) for name, value in found.items()}  # a sum over no row is NULL
    only_returns = counts.pop("anybody") - counts["customers"]
    return DataQuality(**counts, customers_with_returns_only=only_returns, period_from=period_from, period_to=period_to)


def _fault(lines: ir.Table, until: date | None) -> ir.StringValue:
    cases: list[tuple[Any, str]] = [(lines.customer.isnull(), "customer"), (lines.date.isnull(), "date")]
    if "amount" in lines.columns:
        cases.append((lines.amount.isnull(), "amount"))
    if until is not None:
        cases.append((lines.date > until, "until"))
    return ibis.cases(*cases, else_="")
