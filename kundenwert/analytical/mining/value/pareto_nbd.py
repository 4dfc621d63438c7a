"""Pareto/NBD: the first model of how often customers without a contract buy, and until when.

D. C. Schmittlein, D. G. Morrison, R. Colombo: Counting Your Customers, Management Science 33 (1987) 1-24; formulas
after P. S. Fader, B. G. S. Hardie: A Note on Deriving the Pareto/NBD Model (2005). While alive a customer buys at
random at an own rate (gamma: r, alpha) and leaves at random at an own rate (gamma: s, beta).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import exprel, gammaln

from ..base.statistics import SufficientStatistics
from .customer_arrays import Floats, counts, customer_arrays, require_repeaters
from .exponential_integral import scaled_exponential_integral
from .fitted_fields import fitted_fields
from .maximum_likelihood import maximise
from .parametric import Parametric
from .pareto_nbd_fit import Likelihood
from .pareto_nbd_integral import mass

SOURCE = "Schmittlein, Morrison and Colombo (1987), Management Science 33, 1-24"
MEANINGS = {
    "r": "how the buying rates of customers differ",
    "alpha": "how the buying rates of customers differ",
    "s": "when customers stop buying",
    "beta": "when customers stop buying",
}


@dataclass(frozen=True, kw_only=True)
class ParetoNbd(Parametric):
    """Parameters as in the paper; alpha, beta in the unit of time of the data. Arrays broadcast."""

    names: ClassVar[tuple[str, ...]] = ("r", "alpha", "s", "beta")

    r: float
    alpha: float
    s: float
    beta: float

    def probability_alive(self, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike) -> Floats:
        """That the customer has not left by T."""
        log_stays, log_left = self._parts(*customer_arrays(frequency, recency, T))
        return np.exp(log_stays - np.logaddexp(log_stays, log_left))

    def expected_if_alive(self, periods: ArrayLike, frequency: ArrayLike, T: ArrayLike) -> Floats:
        """Purchases in the `periods` after T of a customer known to be alive at T: depends on frequency and T only."""
        x, end, t = counts("frequency", frequency), counts("T", T), counts("periods", periods)
        steps = np.log1p(t / (self.beta + end))
        # (1 - e^(-(s-1) steps)) / (s-1) without its pole at s = 1; exprel would overflow where the result does not
        exponent = (1 - self.s) * steps
        lasting = steps * exprel(np.minimum(exponent, 700.0))
        return np.asarray((self.r + x) * ((self.beta + end) / (self.alpha + end)) * lasting)

    def expected_purchases(
        self, periods: ArrayLike, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike
    ) -> Floats:  # fmt: skip
        """Purchases in the `periods` after T, given the history."""
        alive = self.probability_alive(frequency, recency, T)
        return np.asarray(alive * self.expected_if_alive(periods, frequency, T))

    def expected_purchases_new(self, t: ArrayLike) -> Floats:
        """Repeat purchases of a new customer in the t periods after the first purchase."""
        return self.expected_if_alive(t, 0.0, 0.0)

    def discounted_if_alive(self, rate: float, frequency: ArrayLike, T: ArrayLike) -> Floats:
        """Purchases after T for ever, discounted continuously, of a customer known to be alive at T.

        P. S. Fader, B. G. S. Hardie, K. L. Lee: RFM and CLV, Journal of Marketing Research 42 (2005) 415-430,
        equation 2; rate per unit of time, greater than 0. Its Ψ(s, s; z) z^(s-1) is e^z E_s(z).
        """
        if not rate > 0:
            raise ValueError("without discount a customer's purchases for ever have no sum")
        x, end = counts("frequency", frequency), counts("T", T)
        ages, of_age = np.unique(self.beta + end, return_inverse=True)
        tail = scaled_exponential_integral(self.s, rate * ages)[of_age].reshape(end.shape)
        return np.asarray((self.r + x) * ((self.beta + end) / (self.alpha + end)) * tail)

    def discounted_residual_transactions(
        self, rate: float, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike
    ) -> Floats:  # fmt: skip
        """DERT: all future purchases, discounted continuously at `rate` per unit of time, given the history."""
        alive = self.probability_alive(frequency, recency, T)
        return np.asarray(alive * self.discounted_if_alive(rate, frequency, T))

    def log_likelihood_of(self, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike) -> Floats:
        """Of each customer."""
        x, t_x, end = customer_arrays(frequency, recency, T)
        fixed = self.r * np.log(self.alpha) + self.s * np.log(self.beta) - gammaln(self.r)
        before = (self.r + x) * np.log(self.alpha + t_x) + self.s * np.log(self.beta + t_x)
        return np.asarray(fixed + gammaln(self.r + x) - before + np.logaddexp(*self._parts(x, t_x, end)))

    def draw_purchases(
        self, periods: float, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike, draws: np.random.Generator
    ) -> Floats:  # fmt: skip
        """One possible number of purchases in the `periods` after T for each customer."""
        x, t_x, end = customer_arrays(frequency, recency, T)
        alive = draws.random(x.shape) < self.probability_alive(x, t_x, end)
        rate = draws.gamma(self.r + x) / (self.alpha + end)
        leaving = draws.gamma(self.s, size=x.shape) / (self.beta + end)
        # exponential time to leave, capped; a rate of zero never leaves
        stay = np.minimum(draws.exponential(size=x.shape) / np.maximum(leaving, 1e-300), periods)
        return np.where(alive, draws.poisson(np.minimum(rate * stay, 1e15)), 0.0)

    def _parts(self, x: Floats, t_x: Floats, T: Floats) -> tuple[Floats, Floats]:
        """Logarithms of the likelihoods of "still there" and "has left", both over (α+t_x)^-(r+x) (β+t_x)^-s."""
        stays = -(self.r + x) * np.log1p((T - t_x) / (self.alpha + t_x))
        stays = stays - self.s * np.log1p((T - t_x) / (self.beta + t_x))
        flat = [np.ravel(column) for column in (self.r + x, t_x, T)]
        integral = mass(self.alpha, self.beta, flat[0], self.s + 1, flat[1], flat[2]).reshape(x.shape)
        with np.errstate(divide="ignore"):  # nobody has left who bought at the very end
            left = np.log(integral) + np.log(self.s) - np.log(self.beta + t_x)
        return np.asarray(stays), np.asarray(left)


def fit_pareto_nbd(statistics: SufficientStatistics, *, period: tuple[date, date] | None = None) -> ParetoNbd:
    """By maximum likelihood; `period` (first purchase, end of observation) is for the card.

    Raises UnfitData for fewer than 10 customers with a repeat purchase, or where the likelihood has no inner maximum.
    """
    require_repeaters(statistics)
    n = statistics.customers
    mean_T = float(n @ statistics.T / n.sum())
    purchases = float(n @ statistics.frequency)
    found = maximise(
        Likelihood(statistics, 1 / mean_T, rule=12),
        [(0.6, 0.4 * n.sum() / purchases, 0.6, 0.4), (2.0, n.sum() / purchases, 0.5, 2.0)],
        observations=float(n.sum()),
        meanings=MEANINGS,
        exact=Likelihood(statistics, 1 / mean_T),
    )
    return ParetoNbd(
        **fitted_fields(
            found, ParetoNbd.names, [1.0, mean_T, 1.0, mean_T], model="Pareto/NBD", source=SOURCE,
            customers=statistics.total, log_likelihood=found.log_likelihood - purchases * float(np.log(mean_T)),
            period=period, unit=statistics.unit,
        )
    )  # fmt: skip
