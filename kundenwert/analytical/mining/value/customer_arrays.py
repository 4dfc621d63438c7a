"""What a customer's purchases may look like, checked once for all models."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..base.statistics import SufficientStatistics
from ..errors import UnfitData

Floats = NDArray[np.float64]

LARGEST = 1e15
"""Above this, doubles no longer tell neighbouring counts apart."""
FEWEST_REPEATERS = 10


def counts(name: str, values: ArrayLike) -> Floats:
    """As doubles. Raises ValueError unless finite, not negative and at most 1e15."""
    checked = np.asarray(values, dtype=np.float64)
    if not np.all((checked >= 0) & (checked <= LARGEST)):
        raise ValueError(f"{name} must be finite, not negative and at most {LARGEST:.0e}")
    return checked


def customer_arrays(frequency: ArrayLike, recency: ArrayLike, T: ArrayLike) -> tuple[Floats, Floats, Floats]:
    """Frequency, recency, T as doubles of one shape. Raises ValueError for values that no customer can have."""
    x, t_x, end = np.broadcast_arrays(counts("frequency", frequency), counts("recency", recency), counts("T", T))
    if np.any(t_x > end):
        raise ValueError("recency must not lie after T")
    if np.any((x == 0) & (t_x > 0)):
        raise ValueError("recency must be 0 where frequency is 0")
    return x, t_x, end


def require_repeaters(statistics: SufficientStatistics) -> None:
    """Raises UnfitData where too few customers came back for any buying model, ValueError for impossible values."""
    statistics.check()
    needed = f"at least {FEWEST_REPEATERS} customers with two purchases or more at different times"
    if statistics.total == 0:
        raise UnfitData("There are no customers.", needed=needed)
    if not np.any(statistics.T > 0):
        raise UnfitData("All customers were won in the last period, so none could come back yet.", needed=needed)
    if statistics.repeaters == 0:
        raise UnfitData(f"None of the {statistics.total:,} customers bought a second time.", needed=needed)
    if statistics.repeaters < FEWEST_REPEATERS:
        reason = f"Only {statistics.repeaters} of {statistics.total:,} customers bought a second time."
        raise UnfitData(reason, needed=needed)


def distinct(one: Floats, other: Floats) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """The distinct pairs of two columns, and for each row (in the order of `ravel`) which of them it is."""
    pairs, of_row = np.unique(one.ravel() + 1j * other.ravel(), return_inverse=True)  # a third of the time of axis=0
    return pairs.real.copy(), pairs.imag.copy(), of_row
