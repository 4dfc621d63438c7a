"""The sufficient statistics of buying models: all that a fit has to know of any number of purchases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class SufficientStatistics:
    """Distinct (frequency, recency, T) with the number of customers that share them; all arrays of one length.

    Fader, Hardie and Lee (2005): frequency = repeat purchases, recency = time of the last purchase, T = end of
    observation, both counted from the customer's first purchase in one unit of time.
    """

    frequency: Floats
    recency: Floats
    T: Floats
    customers: Floats
    """How many customers have these values."""
    unit: str = "week"

    @classmethod
    def of(cls, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike, *, unit: str = "week") -> Self:
        """From one value per customer. Raises ValueError for values that no customer can have."""
        x, t_x, end = (np.asarray(column, dtype=np.float64).ravel() for column in (frequency, recency, T))
        order = np.lexsort((end, t_x, x))  # a seventh of the time of np.unique over rows
        x, t_x, end = x[order], t_x[order], end[order]
        first = np.ones(len(x), dtype=bool)
        first[1:] = (x[1:] != x[:-1]) | (t_x[1:] != t_x[:-1]) | (end[1:] != end[:-1])
        starts = np.flatnonzero(first)
        counts = np.diff(np.append(starts, len(x))).astype(np.float64)
        made = cls(x[starts], t_x[starts], end[starts], counts, unit)
        made.check()
        return made

    def check(self) -> None:
        """Raises ValueError for values that no customer can have."""
        values = np.concatenate([self.frequency, self.recency, self.T])
        if not np.all(np.isfinite(values)) or np.any(values < 0):
            raise ValueError("frequency, recency and T must be finite and not negative")
        if np.any(self.recency > self.T):
            raise ValueError("recency must not lie after T")
        if np.any((self.frequency == 0) != (self.recency == 0)):
            raise ValueError("recency must be 0 where frequency is 0, and only there")

    @property
    def total(self) -> int:
        """Number of customers."""
        return int(self.customers.sum())

    @property
    def repeaters(self) -> int:
        """Number of customers with a repeat purchase."""
        return int(self.customers[self.frequency > 0].sum())
