"""RFM: who bought recently, often and for much money, in classes from 1 to 5 and in named cells."""

from __future__ import annotations

from typing import Any

import ibis
from ibis.expr import types as ir

from kundenwert.analytical.mining.groups.distribution import as_number, distribution, thresholds
from kundenwert.analytical.mining.tables import as_ibis, need_columns

CLASSES = 5
CELLS = (
    "Champions",
    "Loyal",
    "Potential loyalist",
    "New",
    "Promising",
    "Needs attention",
    "About to sleep",
    "At risk",
    "Cannot lose them",
    "Hibernating",
    "Lost",
)
_CELLS_BY_VALUE = {
    # value 1, …, 5, where value = the mean of F and M, halves upward
    5: ("New", "Potential loyalist", "Potential loyalist", "Champions", "Champions"),
    4: ("Promising", "Potential loyalist", "Potential loyalist", "Loyal", "Champions"),
    3: ("About to sleep", "Needs attention", "Needs attention", "Loyal", "Loyal"),
    2: ("Hibernating", "About to sleep", "At risk", "At risk", "At risk"),
    1: ("Lost", "Lost", "Hibernating", "Cannot lose them", "Cannot lose them"),
}
"""By recency: the usual grid of recency × (frequency and money), which covers all 125 cells."""


def rfm_cell(recency: int, frequency: int, monetary: int) -> str:
    """The name of a cell; each class from 1 to 5, 5 is best.

    >>> rfm_cell(5, 5, 5), rfm_cell(1, 5, 4), rfm_cell(1, 1, 1)
    ('Champions', 'Cannot lose them', 'Lost')
    """
    return _CELLS_BY_VALUE[recency][(frequency + monetary + 1) // 2 - 1]


def rfm(summary: Any, *, recency: str = "last", frequency: str = "purchases", monetary: str | None = None) -> ir.Table:
    """A `customer_summary` with the columns r, f, m (1 to 5), rfm (such as 543) and cell; nothing is computed yet.

    Classes are quintiles: a customer with `below` customers behind him out of n is in class 1 + ⌊5 · below / n⌋. Equal
    customers are in one class, the lowest that any of them could have; so where six of ten bought once, all six have
    f = 1, and those who bought twice f = 4. What is NULL is in class 1. `monetary` is by default the column amount; a
    summary without money takes f for m. On Spark, cache the summary first: it is read once for each figure.
    """
    table = as_ibis(summary)
    if monetary is None and "amount" in table.columns:
        monetary = "amount"
    figures = {"r": recency, "f": frequency} | ({} if monetary is None else {"m": monetary})
    need_columns(table, figures.values())
    scored = table
    for name, figure in figures.items():
        scored = scored.cross_join(_quintiles(table, figure, name))
    classes: dict[str, ir.Value] = {name: _class(scored, figure, name) for name, figure in figures.items()}
    classes.setdefault("m", classes["f"])
    found = scored.select(*table.columns, **{name: value.cast("int64") for name, value in classes.items()})
    value = (found.f + found.m + 1) // 2
    places = found.r * 10 + value
    names = [(places == r * 10 + v, name) for r, row in _CELLS_BY_VALUE.items() for v, name in enumerate(row, start=1)]
    return found.mutate(rfm=found.r * 100 + found.f * 10 + found.m, cell=ibis.cases(*names, else_="Lost"))


def _quintiles(table: ir.Table, figure: str, name: str) -> ir.Table:
    spread = distribution(table, as_number(table[figure]))
    reached = {
        f"{name}_from_{step}": spread.below * CLASSES >= spread.total_members * (step - 1)
        for step in range(2, CLASSES + 1)
    }
    return thresholds(spread, reached)


def _class(scored: ir.Table, figure: str, name: str) -> ir.IntegerValue:
    number = as_number(scored[figure])
    found: ir.IntegerValue = ibis.literal(1, "int64")
    for step in range(2, CLASSES + 1):
        found += ibis.ifelse(number >= scored[f"{name}_from_{step}"], 1, 0)  # 0 where either is NULL
    return found
