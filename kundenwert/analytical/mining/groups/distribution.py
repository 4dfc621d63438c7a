"""How a figure is spread over the rows of a table: what classes, shares and curves are made of."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import ibis
from ibis.expr import types as ir

DECIMALS = 9
"""Sums of the same money in another order differ in their last bits; rounded, they are equal again."""


def as_number(column: ir.Column) -> ir.FloatingColumn:
    """A figure as a real number; a date as days."""
    if column.type().is_date():
        return column.delta(ibis.date("1970-01-01"), unit="day").cast("float64")
    return column.cast("float64")


def distribution(table: ir.Table, figure: ir.FloatingColumn) -> ir.Table:
    """One row per distinct value of a figure, NULL left out, with what lies below it.

    Columns: value; members, the rows that have it; below, the rows with a smaller one; total_members; sum_below and
    total, the same of the figure itself. Rows of one value are never parted, and what is sorted are distinct values and
    not rows, as Spark has one worker sort what belongs to no partition.
    """
    known = table.select(value=figure.round(DECIMALS))
    counted = known.filter(known.value.notnull()).group_by("value").aggregate(members=lambda t: t.count())
    before = ibis.window(order_by=[counted.value], rows=(None, -1))
    everything = ibis.window()
    amount = counted.value * counted.members
    return counted.mutate(
        below=counted.members.sum().over(before).fill_null(0).cast("int64"),
        total_members=counted.members.sum().over(everything).cast("int64"),
        sum_below=amount.sum().over(before).fill_null(0.0),
        total=amount.sum().over(everything),
    )


def thresholds(spread: ir.Table, reached: Mapping[str, ir.BooleanColumn]) -> ir.Table:
    """One row with the value from which on each condition on a `distribution` holds; NULL where it never does.

    The conditions must hold for all values above one for which they hold. A threshold lies halfway to the next value
    below, so that the last bits of a sum, which may differ when a query runs again, move nobody to another class.
    """
    ends: dict[str, ir.Value] = {}
    for name, condition in reached.items():
        ends[f"{name}_lowest"] = ibis.ifelse(condition, spread.value, ibis.null("float64")).min()
        ends[f"{name}_below"] = ibis.ifelse(condition, ibis.null("float64"), spread.value).max()
    found = spread.aggregate(**ends)
    return found.select(**{name: _between(found[f"{name}_lowest"], found[f"{name}_below"]) for name in reached})


def _between(lowest: ir.FloatingColumn, below: ir.FloatingColumn) -> ir.Value:
    # Halved first: the sum of two large numbers would be infinite.
    halfway = lowest / 2 + below / 2
    return halfway.fill_null(ibis.ifelse(lowest.notnull(), -sys.float_info.max, ibis.null("float64")))
