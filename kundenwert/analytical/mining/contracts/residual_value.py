"""What running contracts are still worth."""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from ..value.customer_arrays import Floats, counts

MOST_PERIODS = 10_000


class Survival(Protocol):
    """A shifted-beta-geometric model, a Kaplan-Meier curve, or any other."""

    def survival(self, t: ArrayLike) -> Floats:
        """Share of contracts still running at age t."""
        ...


def residual_value(
    curve: Survival, age: ArrayLike, margin: ArrayLike, *, horizon: int, rate: float = 0.0
) -> Floats:  # fmt: skip
    """Today's worth of the payments of the next `horizon` periods, for contracts of that age and margin.

    Σ margin S(age + k) / S(age) / (1 + rate)^k over k from 1 to horizon: paid at the end of each period, if the
    contract still runs. A contract that outlived the curve (S = 0) is worth 0. `rate` is per period.
    """
    if not 0 <= horizon <= MOST_PERIODS:
        raise ValueError(f"horizon must be from 0 to {MOST_PERIODS} periods")
    if not (np.isfinite(rate) and rate >= 0):
        raise ValueError("the discount rate must be finite and not negative")
    amounts = np.asarray(margin, dtype=np.float64)
    if not np.all(np.isfinite(amounts)):
        raise ValueError("margin must be finite")
    ages, of_age = np.unique(counts("age", age), return_inverse=True)
    now = curve.survival(ages)
    periods = np.zeros(len(ages))
    for k in range(1, horizon + 1):
        periods += curve.survival(ages + k) * (1 + rate) ** -k
    periods = np.where(now > 0, periods / np.where(now > 0, now, 1.0), 0.0)
    return np.asarray(amounts * periods[of_age].reshape(np.shape(age)))
