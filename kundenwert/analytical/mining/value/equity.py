"""Customer equity: what all customers together are worth, and how evenly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from .customer_arrays import Floats

SHARES = (0.01, 0.05, 0.1, 0.2, 0.5)


@dataclass(frozen=True)
class CustomerEquity:
    """Sum and spread of lifetime values, in their unit of money (R. C. Blattberg, J. Deighton, 1996)."""

    total: float
    customers: int
    mean: float
    median: float
    quantiles: dict[float, float]
    """Value that this share of customers does not exceed: 0.1, 0.25, 0.5, 0.75, 0.9, 0.99."""
    top_shares: dict[float, float]
    """Share of the total that the best 1, 5, 10, 20, 50 % of customers hold (rounded up to whole customers)."""
    half_held_by: int
    """The fewest customers who together hold half of the total."""
    gini: float
    """0: all are worth the same; near 1: one is worth everything."""
    losing: int
    """Customers whose value is negative."""


def customer_equity(values: ArrayLike) -> CustomerEquity:
    """Of lifetime values, one per customer. ValueError for none, or values that are not finite.

    Shares, half and Gini coefficient are of customers worth more than 0: they are 0 where nobody is.
    """
    worth = np.asarray(values, dtype=np.float64).ravel()
    if not worth.size or not np.all(np.isfinite(worth)):
        raise ValueError("there must be lifetime values, all of them finite")
    best = np.sort(np.maximum(worth, 0.0))[::-1]
    # shares are taken of values divided by the largest, so that no sum overflows
    held = np.cumsum(best / best[0]) if best[0] > 0 else np.zeros(best.size)
    whole = held[-1]
    steps = (0.1, 0.25, 0.5, 0.75, 0.9, 0.99)
    return CustomerEquity(
        total=float(worth.sum()),
        customers=worth.size,
        mean=float(worth.mean()),
        median=float(np.median(worth)),
        quantiles={step: float(np.quantile(worth, step)) for step in steps},
        top_shares={share: _top(held, share) for share in SHARES},
        half_held_by=int(np.searchsorted(held, whole / 2)) + 1 if whole > 0 else 0,
        gini=float(max(0.0, (2 * held.sum() / whole - best.size - 1) / best.size)) if whole > 0 else 0.0,
        losing=int((worth < 0).sum()),
    )


def _top(held: Floats, share: float) -> float:
    count = int(np.ceil(held.size * share - 1e-9))
    return float(held[count - 1] / held[-1]) if held[-1] > 0 else 0.0
