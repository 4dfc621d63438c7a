"""One row per customer: the base table of all models, as one expression over any number of purchases."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import ibis
from ibis.expr import types as ir

from kundenwert.analytical.mining.base.purchases import (
    PurchaseColumns,
    as_day,
    is_purchase,
    purchase_lines,
    readable,
)

Unit = Literal["day", "week", "month"]
UNIT_DAYS: dict[str, float] = {"day": 1.0, "week": 7.0, "month": 30.4375}
"""Time is a real number, days / 7 as in the papers on CDNOW; a month is a twelfth of 365.25 days."""
_TRUNCATE: dict[str, Literal["D", "W", "M"]] = {"day": "D", "week": "W", "month": "M"}


def customer_summary(
    purchases: Any,
    columns: PurchaseColumns | None = None,
    *,
    unit: Unit = "week",
    merge: Unit = "day",
    until: date | None = None,
    calibration_until: date | None = None,
    free_counts: bool = True,
    median: bool = False,
) -> ir.Table:
    """The purchases of each customer in figures, after Fader, Hardie and Lee (2005); nothing is computed yet.

    All purchases of a customer within one `merge` (day, calendar week from Monday, calendar month) are one occasion.
    The observation ends with `until` (default: the last date in the table), with `calibration_until` already that day;
    what comes after it up to `until` is the holdout. Columns, all without NULL, NaN or infinity:

    - customer; first, last: days of the first and last purchase; purchases: occasions
    - frequency: occasions after the first; recency: from first to last; T: from first to the end of observation, both
      in `unit`, counted from the start of the merged period (whole months where `merge` and `unit` are both "month")
    - mean_interpurchase_days (0 without a repeat) and, with `median=True`, median_interpurchase_days, which costs one
      more sort by customer
    - amount: all money, returns taken off; repeat_amount: of the repeat occasions, returns not taken off;
      monetary_value: the mean of the latter per occasion, 0 without a repeat (Fader and Hardie 2013, Gamma-Gamma)
    - margin: sum, returns taken off
    - holdout_frequency, holdout_periods (length in `unit`), holdout_amount (returns not taken off): with
      `calibration_until` only, for the customers seen by then

    A row with a negative amount is a return: no occasion, but taken off the customer's amount. A customer with nothing
    but returns is not in the summary. Rows without customer, date or amount are left out. `data_quality` counts all
    these. `free_counts=False`: an amount of 0 is no occasion either. Raises UnfitData for unfit columns, ValueError for
    a holdout without days.
    """
    columns = columns or PurchaseColumns()
    lines = readable(purchase_lines(purchases, columns))
    # A scalar subquery and no window: a window over everything would put all of Spark's rows on one worker.
    end = lines.date.max().as_scalar() if until is None else ibis.literal(as_day(until))
    if until is not None:
        lines = lines.filter(lines.date <= as_day(until))
    check_holdout(until, calibration_until)
    occasions = _occasions(lines, merge, calibration_until, free_counts=free_counts)
    if median:
        occasions = _with_gaps(occasions)
    totals = _totals(occasions)
    return _figures(totals, unit, merge, end, calibration_until)


def check_holdout(until: date | None, calibration_until: date | None) -> None:
    """Raises ValueError where nothing would lie between the end of the calibration and that of the observation."""
    if calibration_until is not None and until is not None and as_day(until) <= as_day(calibration_until):
        raise ValueError("until must lie after calibration_until")


def _occasions(lines: ir.Table, merge: Unit, calibration_until: date | None, *, free_counts: bool) -> ir.Table:
    """One row per customer and merged period; `occasion` is the period, or NULL where all its rows are returns."""
    bought = is_purchase(lines, free_counts=free_counts)
    keys: dict[str, ir.Value] = {
        "customer": lines.customer,
        "period": lines.date if merge == "day" else lines.date.truncate(_TRUNCATE[merge]).cast("date"),
    }
    if calibration_until is not None:
        keys["holdout"] = lines.date > as_day(calibration_until)
    sums: dict[str, ir.Value] = {}
    if "amount" in lines.columns:
        # The sum of no row is NULL in SQL, which tells periods of returns from free purchases at no cost.
        sums |= {"gross": ibis.ifelse(bought, lines.amount, ibis.null("float64")).sum(), "net": lines.amount.sum()}
    if "margin" in lines.columns:
        sums["margin"] = lines.margin.sum()
    if merge != "day":
        day = ibis.ifelse(bought, lines.date, ibis.null("date"))
        sums |= {"first_day": day.min(), "last_day": day.max()}
    merged = lines.group_by(**keys).aggregate(**sums) if sums else lines.select(**keys).distinct()
    if "gross" not in sums:
        return merged.mutate(occasion=merged.period)
    return merged.mutate(occasion=ibis.ifelse(merged.gross.notnull(), merged.period, ibis.null("date")))


def _with_gaps(occasions: ir.Table) -> ir.Table:
    """With the days since the customer's occasion before."""
    kept = occasions.filter(occasions.occasion.notnull())
    before = kept.occasion.lag().over(group_by=kept.customer, order_by=[kept.period])
    with_gaps = kept.mutate(gap=kept.occasion.delta(before, unit="day"))
    rest = occasions.filter(occasions.occasion.isnull()).mutate(gap=ibis.null("int64"))
    return with_gaps.union(rest)


def _totals(occasions: ir.Table) -> ir.Table:
    there = occasions.columns
    seen = ~occasions.holdout if "holdout" in there else None

    def of(name: str) -> Any:
        return occasions[name]

    sums: dict[str, ir.Value] = {
        "first_period": of("occasion").min(where=seen),
        "last_period": of("occasion").max(where=seen),
        "purchases": of("occasion").count(where=seen),
    }
    if "first_day" in there:
        sums |= {"first": of("first_day").min(where=seen), "last": of("last_day").max(where=seen)}
    if "gross" in there:
        sums["gross"] = of("gross").sum(where=seen)
        # By `occasion`, not by `period`: Spark's min_by would take the NULL of an earlier return, DuckDB's would not.
        sums["first_gross"] = of("gross").argmin(of("occasion"), where=seen)
        sums["amount"] = of("net").sum(where=seen)
    if "margin" in there:
        sums["margin"] = of("margin").sum(where=seen)
    if "gap" in there:
        # No `where`: Spark's percentile takes no filter as Ibis writes it.
        gap = of("gap") if seen is None else ibis.ifelse(seen, of("gap"), ibis.null("int64"))
        sums["median_gap"] = gap.median()
    if "holdout" in there:
        sums["holdout_frequency"] = of("occasion").count(where=of("holdout"))
        if "gross" in there:
            sums["holdout_amount"] = of("gross").sum(where=of("holdout"))
    totals = occasions.group_by("customer").aggregate(**sums)
    return totals.filter(totals.purchases > 0)


def _figures(totals: ir.Table, unit: Unit, merge: Unit, end: ir.Value, calibration_until: date | None) -> ir.Table:
    there = totals.columns
    observed = end if calibration_until is None else ibis.literal(as_day(calibration_until))
    if merge != "day":
        observed = observed.truncate(_TRUNCATE[merge]).cast("date")
    whole_months = unit == merge == "month"
    days = totals.last_period.delta(totals.first_period, unit="day")
    frequency = totals.purchases - 1

    def time(later: Any, earlier: Any) -> ir.Value:
        if whole_months:
            return ((later.year() - earlier.year()) * 12 + later.month() - earlier.month()).cast("float64")
        # 7.0 is a decimal to Spark, and so were the quotient, of six digits, but for the cast.
        return later.delta(earlier, unit="day").cast("float64") / UNIT_DAYS[unit]

    repeated = frequency > 0
    figures: dict[str, ir.Value] = {
        "customer": totals.customer,
        "first": totals.first if "first" in there else totals.first_period,
        "last": totals.last if "last" in there else totals.last_period,
        "purchases": totals.purchases,
        "frequency": frequency,
        "recency": time(totals.last_period, totals.first_period),
        "T": time(observed, totals.first_period),
        # Never a division by 0: DuckDB gives infinity, Spark 4 an error.
        "mean_interpurchase_days": ibis.ifelse(repeated, days.cast("float64") / ibis.greatest(frequency, 1), 0.0),
    }
    if "median_gap" in there:
        figures["median_interpurchase_days"] = totals.median_gap.cast("float64").fill_null(0.0)
    if "gross" in there:
        # Not below 0: sum minus first may miss by the last bit where the repeats were free.
        repeat = ibis.ifelse(repeated, ibis.greatest(totals.gross - totals.first_gross, 0.0), 0.0)
        figures |= {
            "amount": totals.amount,
            "repeat_amount": repeat,
            "monetary_value": repeat / ibis.greatest(frequency, 1),
        }
    if "margin" in there:
        figures["margin"] = totals.margin.fill_null(0.0)
    if calibration_until is not None:
        start = ibis.literal(as_day(calibration_until))
        figures["holdout_frequency"] = totals.holdout_frequency
        figures["holdout_periods"] = end.delta(start, unit="day").cast("float64") / UNIT_DAYS[unit]
        if "gross" in there:
            figures["holdout_amount"] = totals.holdout_amount.fill_null(0.0)
    return totals.select(**figures)
