"""From the customers' summary to the few rows that a model is fitted on."""

from __future__ import annotations

import numpy as np
from ibis.expr import types as ir

from kundenwert.analytical.mining.base.statistics import SufficientStatistics
from kundenwert.analytical.mining.base.summary import Unit
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow


def sufficient_statistics(summary: ir.Table, unit: Unit = "week") -> SufficientStatistics:
    """The distinct (frequency, recency, T) of a `customer_summary` with the number of customers that share them.

    The group-by runs where the data are; what is fetched does not grow with the customers, as days are few. `unit` is
    the one of the summary. In the order of (frequency, recency, T). Raises UnfitData without customers.
    """
    table = as_ibis(summary)
    need_columns(table, ("frequency", "recency", "T"))
    rows = to_arrow(table.group_by("frequency", "recency", "T").aggregate(customers=table.count()))
    if rows.num_rows == 0:
        raise UnfitData(
            "There is no customer with a purchase.", needed="at least one purchase before the end of observation"
        )
    names = ("frequency", "recency", "T", "customers")
    frequency, recency, T, customers = (rows[name].to_numpy().astype(np.float64) for name in names)
    order = np.lexsort((T, recency, frequency))
    made = SufficientStatistics(frequency[order], recency[order], T[order], customers[order], unit)
    made.check()
    return made
