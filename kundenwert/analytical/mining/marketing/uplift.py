"""What a campaign brought beyond what would have come anyway: treated against hold-out."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from scipy import stats

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.intervals import share

MINIMUM_GROUP = 10


@dataclass(frozen=True)
class Lift:
    """A difference of treated less control with its confidence interval."""

    treated: float
    """Rate or mean; so is the next."""
    control: float
    difference: float
    low: float
    high: float
    level: float
    relative: float | None
    """Difference / control; None where the control is 0."""
    extra: float
    """Conversions, or amount, that the campaign added: difference × number of treated."""

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out 0."""
        return self.low > 0 or self.high < 0

    @property
    def verdict(self) -> str:
        """In a sentence."""
        if not self.clear:
            return "No effect can be told from chance."
        return f"The campaign {'raised' if self.difference > 0 else 'lowered'} the result beyond chance."


def conversion_lift(
    treated_converted: int, treated: int, control_converted: int, control: int, *, level: float = 0.95
) -> Lift:
    """Difference of two conversion rates with Newcombe's hybrid score interval.

    Newcombe (1998), Interval estimation for the difference between independent proportions, method 10: from the
    Wilson limits of both rates. Raises UnfitData for fewer than 10 people in a group.
    """
    _check(treated, control)
    one, other = share(treated_converted, treated, level=level), share(control_converted, control, level=level)
    difference = one.value - other.value
    low = difference - sqrt((one.value - one.low) ** 2 + (other.high - other.value) ** 2)
    high = difference + sqrt((one.high - one.value) ** 2 + (other.value - other.low) ** 2)
    return _lift(one.value, other.value, low, high, level, treated)


def mean_lift(treated: Any, control: Any, *, level: float = 0.95) -> Lift:
    """Difference of two means, such as revenue per head (zeros included), with Welch's (1947) t interval.

    Raises UnfitData for fewer than 10 values in a group, ValueError for a value that is not finite.
    """
    one, other = np.asarray(treated, dtype=float), np.asarray(control, dtype=float)
    _check(len(one), len(other))
    if not (np.all(np.isfinite(one)) and np.all(np.isfinite(other))):
        raise ValueError("values must be finite")
    parts = float(one.var(ddof=1)) / len(one), float(other.var(ddof=1)) / len(other)
    spread = sum(parts)
    difference = float(one.mean() - other.mean())
    half = 0.0
    if spread > 0:
        # Welch and Satterthwaite; written in shares so that tiny variances do not vanish when squared
        shares = parts[0] / spread, parts[1] / spread
        freedom = 1 / (shares[0] ** 2 / (len(one) - 1) + shares[1] ** 2 / (len(other) - 1))
        half = float(stats.t.ppf((1 + level) / 2, freedom)) * sqrt(spread)
    return _lift(float(one.mean()), float(other.mean()), difference - half, difference + half, level, len(one))


def _lift(treated: float, control: float, low: float, high: float, level: float, n: int) -> Lift:
    difference = treated - control
    relative = difference / control if control else None
    return Lift(treated, control, difference, low, high, level, relative, difference * n)


def _check(treated: int, control: int) -> None:
    if min(treated, control) < MINIMUM_GROUP:
        raise UnfitData(
            f"{treated} treated and {control} held out are too few to compare.",
            needed=f"at least {MINIMUM_GROUP} people in each group, chosen at random",
        )
