"""How sure a forecast is: ranges for each customer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import ArrayLike

from .buying_model import BuyingModel
from .customer_arrays import Floats, customer_arrays
from .parametric import Parametric

_BLOCK = 20_000
Model = TypeVar("Model", bound=Parametric)


@dataclass(frozen=True)
class CredibleRange:
    """Arrays of one shape; `level` of the draws lie between low and high."""

    low: Floats
    high: Floats
    level: float


def credible_range(
    model: Model, figure: Callable[[Model], Floats], *, draws: int = 200, level: float = 0.9, seed: int
) -> CredibleRange:  # fmt: skip
    """Of any figure of a model, such as `lambda model: model.expected_purchases(52, frequency, recency, T)`.

    Draws parameters from the asymptotic normal of their logarithms, so it tells what the data leave open about the
    expectation; not how chance scatters one customer's purchases around it, which `purchase_range` does. Raises
    UnfitData for a model without covariance.
    """
    return _range(np.stack([figure(other) for other in model.drawn(draws, seed=seed)]), level)


def purchase_range(
    model: BuyingModel, periods: float, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike,
    *, draws: int = 200, level: float = 0.9, seed: int,
) -> CredibleRange:  # fmt: skip
    """Of the number of purchases each customer will really make in the `periods` after T.

    Parametric bootstrap: new parameters for each draw, then each customer's own rate, whether still there, and
    purchases.
    """
    x, t_x, end = customer_arrays(frequency, recency, T)
    chance = np.random.default_rng(seed)
    others = model.drawn(draws, seed=int(chance.integers(2**32)))
    flat = [column.ravel() for column in (x, t_x, end)]
    low, high = np.empty(x.size), np.empty(x.size)
    for first in range(0, x.size, _BLOCK):  # all draws of some customers at a time, lest a million need gigabytes
        some = slice(first, first + _BLOCK)
        each = [other.draw_purchases(periods, flat[0][some], flat[1][some], flat[2][some], chance) for other in others]
        drawn = _range(np.stack(each), level)
        low[some], high[some] = drawn.low, drawn.high
    return CredibleRange(low.reshape(x.shape), high.reshape(x.shape), level)


def _range(values: Floats, level: float) -> CredibleRange:
    if not 0 < level < 1:
        raise ValueError("level must lie between 0 and 1")
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return CredibleRange(low, high, level)
