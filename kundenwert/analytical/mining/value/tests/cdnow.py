"""Reads the CDNOW list of purchases for tests: per customer, merged per day, weeks = days / 7."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from kundenwert.analytical.mining.base.statistics import SufficientStatistics

CALIBRATION_END = date(1997, 9, 30)
HOLDOUT_WEEKS = 39.0


@dataclass(frozen=True)
class Customers:
    """One entry per customer; calibration up to CALIBRATION_END."""

    frequency: np.ndarray
    recency: np.ndarray
    T: np.ndarray
    spend: np.ndarray
    """Mean of the repeat purchases, 0 where there are none."""
    holdout: np.ndarray
    """Purchases after the calibration."""

    @property
    def statistics(self) -> SufficientStatistics:
        return SufficientStatistics.of(self.frequency, self.recency, self.T)


def read(path: Path, end: date = CALIBRATION_END) -> Customers:
    rows = [line.split() for line in path.read_text().splitlines()]
    sample = len(rows[0]) == 5
    days: dict[tuple[str, int], float] = {}
    for row in rows if sample else rows[1:]:
        day = date(int(row[-3][:4]), int(row[-3][4:6]), int(row[-3][6:])).toordinal()
        key = (row[0], day)
        days[key] = days.get(key, 0.0) + float(row[-1])
    customers: dict[str, list[tuple[int, float]]] = {}
    for (customer, day), amount in sorted(days.items()):
        customers.setdefault(customer, []).append((day, amount))
    made = []
    for purchases in customers.values():
        first = purchases[0][0]
        seen = [(day, amount) for day, amount in purchases if day <= end.toordinal()]
        repeats = [amount for _, amount in seen[1:]]
        made.append(
            (
                len(repeats),
                (seen[-1][0] - first) / 7,
                (end.toordinal() - first) / 7,
                sum(repeats) / len(repeats) if repeats else 0.0,
                len(purchases) - len(seen),
            )
        )
    return Customers(*np.array(made, dtype=float).T)
