"""ABC: the few that make most of a figure, the many that make the rest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from string import ascii_uppercase
from typing import Any

import ibis
import pyarrow as pa
from ibis.expr import types as ir

from kundenwert.analytical.mining.groups.distribution import as_number, distribution, thresholds
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

SHARES = (0.80, 0.15, 0.05)
_ROUNDING = 1e-9
"""Sums of money are not exact: a share this close below a bound has reached it."""


def abc(table: Any, figure: str, *, shares: Sequence[float] = SHARES) -> ir.Table:
    """The table with the columns share (of the figure's total) and abc; nothing is computed yet.

    Sorted from the largest, a row is A while those larger than it make less than the first share of the total, so
    whoever crosses the bound still belongs to the better class; then B, and so on. Equal rows are in one class. The
    total is that of the positive values: rows that are 0, negative or NULL have share 0 and the last class. `shares`
    are of any number (up to 26) and must add up to 1. Raises ValueError for other shares, UnfitData for a missing
    column.
    """
    if not 1 <= len(shares) <= len(ascii_uppercase) or min(shares) <= 0 or abs(sum(shares) - 1) > _ROUNDING:
        raise ValueError("The shares of the classes must be positive and add up to 1")
    rows = as_ibis(table)
    need_columns(rows, [figure])
    number = as_number(rows[figure])
    spread = distribution(rows, ibis.ifelse(number > 0, number, ibis.null("float64")))
    above = spread.total - spread.sum_below - spread.value * spread.members
    bounds = list(accumulate(shares))[:-1]
    reached = {
        f"abc_{letter}": above < spread.total * (bound - _ROUNDING)
        for letter, bound in zip(ascii_uppercase, bounds, strict=False)
    }
    ends = thresholds(spread, reached) if reached else None
    total = spread.aggregate(abc_total=spread.total.max())
    marked = rows.cross_join(total if ends is None else ends.cross_join(total))
    number = as_number(marked[figure])
    counts = (number > 0) & (marked.abc_total > 0)
    last = ascii_uppercase[len(shares) - 1]
    letters = [(counts & (number >= marked[name]), name.removeprefix("abc_")) for name in reached]
    return marked.select(
        *rows.columns,
        share=ibis.ifelse(counts, number / ibis.ifelse(counts, marked.abc_total, 1.0), 0.0),
        abc=ibis.cases(*letters, else_=last) if letters else ibis.literal(last),
    )


def abc_classes(classified: Any, figure: str) -> pa.Table:
    """Of a table from `abc`, one row per class that occurs: abc, members, figure (sum), share; from A on."""
    rows = as_ibis(classified)
    need_columns(rows, [figure, "abc", "share"])
    found = rows.group_by("abc").aggregate(
        members=rows.count(),
        figure=as_number(rows[figure]).sum().fill_null(0.0),
        share=rows.share.sum(),
    )
    return to_arrow(found.order_by("abc"))
