"""Customer lifetime value: what a customer's future purchases are worth today.

P. S. Fader, B. G. S. Hardie, K. L. Lee: RFM and CLV, Journal of Marketing Research 42 (2005) 415-430: discounted
expected purchases times expected spend times margin. Only the future counts; what was earned already is not in it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

import numpy as np
from numpy.polynomial.legendre import leggauss
from numpy.typing import ArrayLike

from .buying_model import BuyingModel
from .customer_arrays import Floats, counts, customer_arrays, distinct
from .gamma_gamma import GammaGamma

PERIODS_PER_YEAR = {"day": 365.25, "week": 365.25 / 7, "month": 12.0, "quarter": 4.0, "year": 1.0}
Compounding = Literal["periodic", "continuous"]
_NODES, _WEIGHTS = leggauss(64)
_NEGLIGIBLE = 37.0
MOST_PERIODS = 10_000


@runtime_checkable
class DiscountsForEver(Protocol):
    """A model with a closed form for purchases without end."""

    def discounted_if_alive(self, rate: float, frequency: ArrayLike, T: ArrayLike) -> Floats:
        """Purchases after T for ever, discounted continuously, of a customer known to be alive at T."""
        ...


@runtime_checkable
class CountsOccasions(Protocol):
    """A model of occasions, such as BG/BB: it discounts at each of them, and T is how many there were."""

    def discounted_purchases(
        self, periods: int, rate: float, frequency: ArrayLike, recency: ArrayLike, n: ArrayLike
    ) -> Floats:  # fmt: skip
        """Purchases at the next `periods` occasions, discounted."""
        ...

    def discounted_residual_transactions(
        self, rate: float, frequency: ArrayLike, recency: ArrayLike, n: ArrayLike
    ) -> Floats:  # fmt: skip
        """All future purchases, discounted."""
        ...


@dataclass(frozen=True)
class LifetimeValues:
    """One entry per customer."""

    value: Floats
    """Today's worth of future purchases, in the unit of money of the spend, after margin."""
    purchases: Floats
    """Expected future purchases, discounted."""
    spend: Floats
    """Expected amount per purchase."""


def rate_per_period(annual: float, unit: str, compounding: Compounding = "periodic") -> float:
    """The discount rate of one unit of time that compounds to `annual` (0.1 for 10 %) in a year."""
    if not (math.isfinite(annual) and annual >= 0):
        raise ValueError("the annual discount rate must be finite and not negative")
    growth = math.log1p(annual) / PERIODS_PER_YEAR[unit]
    return growth if compounding == "continuous" else math.expm1(growth)


def discounted_purchases(
    model: BuyingModel | CountsOccasions, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike, *,
    horizon: float | None, rate: float, compounding: Compounding = "periodic",
) -> Floats:  # fmt: skip
    """Expected purchases in the `horizon` periods after T, discounted to T.

    `rate` is per unit of time of the model. Periodic: the purchases of each period count as made at its end.
    Continuous: each counts when it is made. Without horizon (None) they are always discounted continuously, by ln(1 +
    rate) if the rate is periodic: in closed form (DERT) for Pareto/NBD, by quadrature for the others. ValueError for an
    endless horizon without discount, whose sum has no end. A model of occasions counts in them: T and a whole number
    for horizon.
    """
    if not (math.isfinite(rate) and rate >= 0):
        raise ValueError("the discount rate must be finite and not negative")
    if isinstance(model, CountsOccasions):
        by_occasion = math.expm1(rate) if compounding == "continuous" else rate
        if horizon is None:
            return model.discounted_residual_transactions(by_occasion, frequency, recency, T)
        if horizon != math.floor(horizon):
            raise ValueError("a model of occasions has whole numbers of them for horizon")
        return model.discounted_purchases(int(horizon), by_occasion, frequency, recency, T)
    x, t_x, end = customer_arrays(frequency, recency, T)
    # What is to come depends on frequency and T only; recency tells but whether it will.
    rows_x, rows_T, of_row = distinct(x, end)
    later = _if_alive(model, rows_x, rows_T, horizon, rate, compounding)
    return np.asarray(model.probability_alive(x, t_x, end) * later[of_row].reshape(x.shape))


def lifetime_value(
    model: BuyingModel | CountsOccasions, spend: GammaGamma | ArrayLike, frequency: ArrayLike, recency: ArrayLike,
    T: ArrayLike, mean: ArrayLike = 0.0, *, horizon: float | None, rate: float, margin: ArrayLike = 1.0,
    compounding: Compounding = "periodic",
) -> LifetimeValues:  # fmt: skip
    """Discounted purchases × spend × margin for each customer.

    `spend` is a Gamma-Gamma model, asked with frequency and `mean` amount, or the expected amounts themselves. `margin`
    is the share of the amount that stays, one figure or one per customer. For the rest see `discounted_purchases`.
    """
    amounts = spend.expected_spend(frequency, mean) if isinstance(spend, GammaGamma) else np.asarray(spend, float)
    shares = np.asarray(margin, dtype=np.float64)
    if not (np.all(np.isfinite(amounts)) and np.all(np.isfinite(shares))):
        raise ValueError("spend and margin must be finite")
    purchases = discounted_purchases(
        model, frequency, recency, T, horizon=horizon, rate=rate, compounding=compounding
    )  # fmt: skip
    purchases, amounts, shares = np.broadcast_arrays(purchases, amounts, shares)
    return LifetimeValues(np.asarray(purchases * amounts * shares), purchases, amounts)


def _if_alive(
    model: BuyingModel, x: Floats, T: Floats, horizon: float | None, rate: float, compounding: Compounding
) -> Floats:  # fmt: skip
    if horizon is None:
        if rate == 0:
            raise ValueError("without discount a customer's purchases for ever have no sum")
        force = rate if compounding == "continuous" else math.log1p(rate)
        if isinstance(model, DiscountsForEver):
            return model.discounted_if_alive(force, x, T)
        return _continuous(model, x, T, math.inf, force)
    counts("horizon", horizon)
    if rate == 0:
        return model.expected_if_alive(horizon, x, T)
    if compounding == "continuous":
        return _continuous(model, x, T, horizon, rate)
    if horizon > MOST_PERIODS:
        raise ValueError(f"periodic discounting takes at most {MOST_PERIODS} periods")
    total, before = np.zeros(x.shape), np.zeros(x.shape)
    for period in range(1, math.ceil(horizon) + 1):
        until = model.expected_if_alive(min(period, horizon), x, T)
        total += (until - before) * (1 + rate) ** -period
        before = until
    return total


def _continuous(model: BuyingModel, x: Floats, T: Floats, horizon: float, force: float) -> Floats:
    """The integral of e^(-δt) dE(t), by parts, so that no derivative is needed; to where e^-37 is left."""
    end = min(horizon, _NEGLIGIBLE / force)
    root = (_NODES + 1) / 2
    times, weights = end * root**4, end * 2 * root**3 * _WEIGHTS  # dense at 0, where expectations bend
    total = np.exp(-force * end) * model.expected_if_alive(end, x, T)
    for time, weight in zip(times, weights, strict=True):
        total = total + force * weight * math.exp(-force * time) * model.expected_if_alive(time, x, T)
    return np.asarray(total)
