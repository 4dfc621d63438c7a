"""Shifted-beta-geometric: how many contract customers stay, projected beyond what was seen.

P. S. Fader, B. G. S. Hardie: How to Project Customer Retention, Journal of Interactive Marketing 21 (2007) 76-90;
lifetime value after P. S. Fader, B. G. S. Hardie: Customer-Base Valuation in a Contractual Setting, Marketing Science
29 (2010) 85-93. At each renewal a customer leaves with an own probability (beta: alpha, beta); since those who leave
easily go first, the retention of the rest rises.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaln, psi

from ..errors import UnfitData
from ..value.beta_quadrature import beta_nodes
from ..value.customer_arrays import Floats, counts
from ..value.fitted_fields import fitted_fields
from ..value.maximum_likelihood import maximise
from ..value.parametric import Parametric

SOURCE = "Fader and Hardie (2007), Journal of Interactive Marketing 21, 76-90"
MEANINGS = {"alpha": "how retention changes over time", "beta": "how retention changes over time"}
FEWEST_LOST = 10
_BLOCK = 64


@dataclass(frozen=True, kw_only=True)
class ShiftedBetaGeometric(Parametric):
    """Parameters as in the paper; time is counted in whole contract periods. Arrays broadcast."""

    names: ClassVar[tuple[str, ...]] = ("alpha", "beta")

    alpha: float
    beta: float

    def survival(self, t: ArrayLike) -> Floats:
        """Share of new customers still there after t periods (equation 6)."""
        periods = counts("t", t)
        return np.asarray(np.exp(betaln(self.alpha, self.beta + periods) - betaln(self.alpha, self.beta)))

    def retention(self, t: ArrayLike) -> Floats:
        """Share of those there after t - 1 periods who are still there after t, t ≥ 1 (equation 8)."""
        periods = counts("t", t)
        if np.any(periods < 1):
            raise ValueError("retention is asked from period 1 on")
        return np.asarray((self.beta + periods - 1) / (self.alpha + self.beta + periods - 1))

    def expected_lifetime(self, rate: float) -> float:
        """Discounted expected lifetime of a new customer in periods, the first payment at once and not discounted.

        `rate` is per period and greater than 0 (ValueError), since without discount the lifetime may have no end.
        """
        return float(self._discounted(np.zeros(()), rate))

    def residual_lifetime(self, renewals: ArrayLike, rate: float) -> Floats:
        """Discounted expected periods to come for customers with that many renewals, the next payment being due now.

        Of a customer who has paid renewals + 1 times and is about to decide once more (2010, equation 6).
        """
        made = counts("renewals", renewals)
        return np.asarray(self.retention(made + 1) * self._discounted(made + 1, rate))

    def lifetime_value(self, margin: float, rate: float) -> float:
        """Of a new customer who pays `margin` each period, the first time at once."""
        return margin * self.expected_lifetime(rate)

    def residual_lifetime_value(self, renewals: ArrayLike, margin: ArrayLike, rate: float) -> Floats:
        """Of a customer about to decide on renewal renewals + 1, margin paid at each."""
        return np.asarray(np.asarray(margin, dtype=np.float64) * self.residual_lifetime(renewals, rate))

    def _discounted(self, renewals: Floats, rate: float) -> Floats:
        """Σ S(n+t) / S(n) / (1+d)^t over t ≥ 0, n = renewals made."""
        if not 1e-6 <= rate <= 1e6:
            raise ValueError("the discount rate per period must lie between 0.000001 and 1,000,000")
        # = 2F1(1, β+n; α+β+n; 1/(1+d)), which fails for large n; as the mean of (1+d)/(d+θ) over the chance to leave it
        # has but positive terms
        made, of_made = np.unique(renewals, return_inverse=True)
        sums = np.empty(len(made))
        for first in range(0, len(made), _BLOCK):
            some = slice(first, first + _BLOCK)
            leaving, weights = beta_nodes(self.alpha, self.beta + made[some], np.full(len(made[some]), np.log(rate)))
            sums[some] = (weights * ((1 + rate) / (rate + leaving))).sum(axis=0)
        return np.asarray(sums[of_made].reshape(renewals.shape))


def fit_shifted_beta_geometric(
    lost: ArrayLike, still_there: ArrayLike, *, period: tuple[date, date] | None = None, unit: str = "year"
) -> ShiftedBetaGeometric:  # fmt: skip
    """By maximum likelihood from counts by tenure (equation B3, for any number of cohorts).

    lost[t]: customers who left at the end of their period t + 1; still_there[t]: customers last seen alive after t + 1
    periods (for one cohort 0 but in the last place). Raises UnfitData for fewer than 10 lost customers, fewer than two
    periods, and where the likelihood has no inner maximum. Where retention does not change, the parameters are as good
    as infinite; the card says that they cannot be told, and projections still hold.
    """
    gone, alive = np.broadcast_arrays(counts("lost", lost), counts("still_there", still_there))
    if gone.ndim != 1:
        raise ValueError("lost and still_there must have one dimension")
    needed = f"at least {FEWEST_LOST} customers who left, over at least two periods"
    if len(gone) < 2:
        raise UnfitData("Customers were observed for less than two periods.", needed=needed)
    if gone.sum() < FEWEST_LOST:
        raise UnfitData(f"Only {int(gone.sum())} customers left.", needed=needed)
    customers = float(gone.sum() + alive.sum())
    found = maximise(
        Likelihood(gone, alive), [(1.0, 2.0), (0.3, 3.0)], observations=customers, meanings=MEANINGS
    )  # fmt: skip
    return ShiftedBetaGeometric(
        **fitted_fields(
            found, ShiftedBetaGeometric.names, [1.0, 1.0], model="Shifted-beta-geometric", source=SOURCE,
            customers=int(customers), log_likelihood=found.log_likelihood, period=period, unit=unit,
        )
    )  # fmt: skip


def fit_survivors(
    survivors: ArrayLike, *, period: tuple[date, date] | None = None, unit: str = "year"
) -> ShiftedBetaGeometric:  # fmt: skip
    """From the number of customers of one cohort, at the start and after each period. ValueError where it rises."""
    left = counts("survivors", survivors)
    if left.ndim != 1 or len(left) < 2:
        raise UnfitData("There is no period to learn from.", needed="numbers of customers after two periods or more")
    if np.any(np.diff(left) > 0):
        raise ValueError("the number of survivors must not rise")
    still_there = np.zeros(len(left) - 1)
    still_there[-1] = left[-1]
    return fit_shifted_beta_geometric(-np.diff(left), still_there, period=period, unit=unit)


class Likelihood:
    """Sum of log-likelihoods, with gradient, by log alpha, log beta."""

    def __init__(self, gone: Floats, alive: Floats) -> None:
        self._gone, self._alive = gone, alive
        self._t = np.arange(1.0, len(gone) + 1)

    def __call__(self, logs: Floats) -> tuple[float, Floats]:
        """Value and gradient."""
        alpha, beta = parameters = np.exp(logs)
        gone, alive, t = self._gone, self._alive, self._t
        customers = gone.sum() + alive.sum()
        value = (
            gone @ betaln(alpha + 1, beta + t - 1) + alive @ betaln(alpha, beta + t) - customers * betaln(alpha, beta)
        )
        both = psi(alpha + beta + t)
        start = psi(alpha + beta)
        d_alpha = gone @ (psi(alpha + 1) - both) + alive @ (psi(alpha) - both) - customers * (psi(alpha) - start)
        d_beta = gone @ (psi(beta + t - 1) - both) + alive @ (psi(beta + t) - both) - customers * (psi(beta) - start)
        return float(value), np.array([d_alpha, d_beta]) * parameters
