"""Which customers the report names: about to leave, growing."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc

from .analysis import Analysis

STILL_THERE = 0.1
"""Below this chance of being alive a customer has left already."""
IN_DOUBT = 0.6
GROWN = 1.25
"""At least a quarter more than in the year before."""


def leaving(analysis: Analysis) -> pa.Table:
    """Good customers (A or B) whose chance of still being there is in doubt, with what would be lost, largest first.

    lost_value: what they would be worth if they surely were still there, less what they are worth as it is.
    """
    table = analysis.customers
    if "probability_alive" not in table.column_names:
        return table.slice(0, 0)
    alive = table["probability_alive"]
    good = pc.and_(pc.not_equal(table["abc"], "C"), pc.greater(table["frequency"], 0))
    doubt = pc.and_(pc.less(alive, IN_DOUBT), pc.greater_equal(alive, STILL_THERE))
    found = table.filter(pc.and_(good, doubt))
    if "value" not in found.column_names:
        return found.sort_by([("purchases", "descending")])
    sure = pc.divide(found["value"], found["probability_alive"])
    return found.append_column("lost_value", pc.subtract(sure, found["value"])).sort_by([("lost_value", "descending")])


def growing(analysis: Analysis) -> pa.Table:
    """Customers who bought for at least a quarter more in the last year than in the one before, largest gain first."""
    table = analysis.customers
    if "year_before" not in table.column_names:
        return table.slice(0, 0)
    grew = pc.greater_equal(table["year"], pc.multiply(table["year_before"], GROWN))
    found = table.filter(pc.and_(grew, pc.greater(table["year_before"], 0)))
    return found.append_column("gain", pc.subtract(found["year"], found["year_before"])).sort_by(
        [("gain", "descending")]
    )
