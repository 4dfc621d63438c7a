"""When a customer will probably buy next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .bg_nbd import BgNbd
from .customer_arrays import Floats, customer_arrays
from .lifetime_value import PERIODS_PER_YEAR
from .pareto_nbd import ParetoNbd

_LAST = np.datetime64("9999-12-31")


@dataclass(frozen=True)
class NextPurchase:
    """One entry per customer, in the model's unit of time after T; for customers who are still there."""

    periods: Floats
    """The median: as likely sooner as later."""
    early: Floats
    """Sooner than this with a chance of one in ten."""
    late: Floats
    """Later than this with a chance of one in ten."""
    probability_alive: Floats

    def dates(self, observed_until: date, unit: str) -> NDArray[np.datetime64]:
        """The median as a day; 9999-12-31 at the latest, as in "never"."""
        days = self.periods * (PERIODS_PER_YEAR["day"] / PERIODS_PER_YEAR[unit])
        start = np.datetime64(observed_until, "D")
        farthest = (_LAST - start).astype(np.int64)
        return np.asarray(start + np.rint(np.minimum(days, farthest)).astype("timedelta64[D]"))


def next_purchase(
    model: BgNbd | ParetoNbd, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike
) -> NextPurchase:  # fmt: skip
    """From the customer's own buying rate: after the history gamma with r + x, alpha + T (Fader, Hardie, Lee 2005).

    Then the time to the next purchase of a customer who stays is Pareto distributed: later than t with probability
    ((α+T) / (α+T+t))^(r+x). The median stands for the mean, which does not exist for r + x ≤ 1.
    """
    x, t_x, end = customer_arrays(frequency, recency, T)

    def later_than(share: float) -> Floats:
        return np.asarray((model.alpha + end) * np.expm1(np.minimum(-np.log(share) / (model.r + x), 600.0)))

    alive = model.probability_alive(x, t_x, end)
    return NextPurchase(later_than(0.5), later_than(0.9), later_than(0.1), alive)
