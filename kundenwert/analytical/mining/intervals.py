"""Confidence intervals for shares and means."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from scipy import stats


@dataclass(frozen=True)
class Estimate:
    """A figure with its confidence interval."""

    value: float
    low: float
    high: float
    level: float
    n: int


def share(count: int, n: int, *, level: float = 0.95) -> Estimate:
    """Count / n with the score interval of Wilson (1927): never outside 0…1, fit for small n.

    Raises ValueError for n < 1 or a count outside 0…n.
    """
    if n < 1 or not 0 <= count <= n:
        raise ValueError(f"{count} of {n} is no share")
    z = float(stats.norm.ppf((1 + level) / 2))
    p = count / n
    middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    half = z * sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    low = 0.0 if count == 0 else max(0.0, middle - half)
    high = 1.0 if count == n else min(1.0, middle + half)
    return Estimate(p, low, high, level, n)


def mean(values: Any, *, level: float = 0.95) -> Estimate:
    """The mean with Student's t interval. Raises ValueError for fewer than two values."""
    numbers = np.asarray(values, dtype=float)
    n = len(numbers)
    if n < 2:
        raise ValueError("an interval of a mean takes two values")
    middle = float(numbers.mean())
    half = float(stats.t.ppf((1 + level) / 2, n - 1)) * float(numbers.std(ddof=1)) / sqrt(n)
    return Estimate(middle, middle - half, middle + half, level, n)
