"""How a buying model does on time it has not seen, beside two forecasts that need no model."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from ..model_card import HoldoutCheck
from .buying_model import BuyingModel
from .customer_arrays import Floats, counts, customer_arrays


def holdout_check(
    model: BuyingModel, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike, actual: ArrayLike, *, periods: float
) -> HoldoutCheck:  # fmt: skip
    """Compares with the purchases each customer really made in the `periods` after T (merged as frequency is).

    One entry per customer. The model must have been fitted on what came before.
    """
    x, t_x, end = customer_arrays(frequency, recency, T)
    made = np.broadcast_to(counts("actual", actual), x.shape)
    if x.size == 0:
        raise ValueError("there are no customers to check")
    predicted = model.expected_purchases(periods, x, t_x, end)
    as_before = np.where(end > 0, x / np.maximum(end, 1e-300) * periods, 0.0)
    return HoldoutCheck(
        periods=float(periods),
        customers=x.size,
        actual=float(made.sum()),
        predicted=float(predicted.sum()),
        mean_absolute_error=float(np.abs(predicted - made).mean()),
        heuristic_error=float(np.abs(as_before - made).mean()),
        zero_error=float(made.mean()),
        correlation=_correlation(predicted, made),
    )


def _correlation(one: Floats, other: Floats) -> float:
    """Pearson; 0 where one of them does not vary."""
    one, other = one - one.mean(), other - other.mean()
    spread = np.sqrt(np.square(one).sum() * np.square(other).sum())
    return float((one * other).sum() / spread) if spread > 0 else 0.0
