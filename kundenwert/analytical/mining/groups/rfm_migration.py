"""Who moved from which RFM cell to which between two days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kundenwert.analytical.mining.base.purchases import PurchaseColumns, as_day
from kundenwert.analytical.mining.base.summary import customer_summary
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.rfm import CELLS, rfm
from kundenwert.analytical.mining.tables import as_ibis, to_arrow

NOT_YET = "Not yet a customer"


@dataclass(frozen=True)
class RfmMigration:
    """Customers by the cell of the first day (rows) and of the second (columns)."""

    before: date
    after: date
    rows: tuple[str, ...]
    """The cells and, last, those who first bought between the two days."""
    columns: tuple[str, ...]
    customers: NDArray[np.int64]
    """Shape (rows, columns)."""

    def moved(self, origin: str, target: str) -> int:
        """How many went from one cell to another. Raises ValueError for names of no cell."""
        return int(self.customers[self.rows.index(origin), self.columns.index(target)])

    def shares(self) -> NDArray[np.float64]:
        """Each row as shares of its sum; zeros where nobody was."""
        totals = self.customers.sum(axis=1, keepdims=True)
        return np.asarray(self.customers / np.maximum(totals, 1), dtype=np.float64)


def rfm_migration(
    purchases: Any, columns: PurchaseColumns | None = None, *, before: date, after: date, free_counts: bool = True
) -> RfmMigration:
    """The cells of all customers as seen on two days; nobody ever leaves, as one who stays away ends up in "Lost".

    Quintiles are those of each day: a customer can move because others did. Raises ValueError where `after` does not
    follow `before`, UnfitData where nobody had bought by the first day.
    """
    if as_day(after) <= as_day(before):
        raise ValueError("after must follow before")
    table = as_ibis(purchases)  # once, so that both days are read by one connection
    then, now = (rfm(customer_summary(table, columns, until=day, free_counts=free_counts)) for day in (before, after))
    old = then.select("customer", origin=then.cell)
    new = now.select("customer", target=now.cell)
    pairs = new.left_join(old, "customer")
    found = to_arrow(pairs.group_by("origin", "target").aggregate(customers=lambda t: t.count()))
    rows = (*CELLS, NOT_YET)
    counts = np.zeros((len(rows), len(CELLS)), dtype=np.int64)
    for pair in found.to_pylist():
        counts[rows.index(pair["origin"] or NOT_YET), CELLS.index(pair["target"])] += pair["customers"]
    if not counts[:-1].any():
        raise UnfitData(f"Nobody had bought by {before}.", needed="purchases before the first of the two days")
    return RfmMigration(as_day(before), as_day(after), rows, CELLS, counts)
