"""BG/BB: BG/NBD for occasions that come round, such as a yearly appeal for donations, bought or not.

P. S. Fader, B. G. S. Hardie, J. Shang: Customer-Base Analysis in a Discrete-Time Noncontractual Setting, Marketing
Science 29 (2010) 1086-1108. While alive a customer buys at each occasion with an own probability (beta: alpha, beta);
before each occasion the customer leaves with an own probability (beta: gamma, delta).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import betaln, psi

from ..errors import UnfitData
from .customer_arrays import FEWEST_REPEATERS, Floats, counts
from .fitted_fields import fitted_fields
from .maximum_likelihood import maximise
from .parametric import Parametric

SOURCE = "Fader, Hardie and Shang (2010), Marketing Science 29, 1086-1108"
MEANINGS = {
    "alpha": "how often customers buy while they are there",
    "beta": "how often customers buy while they are there",
    "gamma": "when customers stop buying",
    "delta": "when customers stop buying",
}
MOST_OCCASIONS = 10_000
_NEGLIGIBLE = 37.0


@dataclass(frozen=True, kw_only=True)
class BgBb(Parametric):
    """Parameters as in the paper. frequency: occasions bought at; recency: the last of these; n: all, from 1."""

    names: ClassVar[tuple[str, ...]] = ("alpha", "beta", "gamma", "delta")

    alpha: float
    beta: float
    gamma: float
    delta: float

    def log_likelihood_of(self, frequency: ArrayLike, recency: ArrayLike, n: ArrayLike) -> Floats:
        """Of each customer (equation 5)."""
        x, t_x, end = _occasions(frequency, recency, n)
        rows, of_row = np.unique(np.stack([x.ravel(), t_x.ravel(), end.ravel()], axis=1), axis=0, return_inverse=True)
        likelihood = Likelihood(rows, np.ones(len(rows)))
        return np.asarray(likelihood.of_rows(np.array(list(self.parameters.values())))[of_row].reshape(x.shape))

    def probability_alive(self, frequency: ArrayLike, recency: ArrayLike, n: ArrayLike) -> Floats:
        """That the customer is still there at the occasion after the last, n + 1 (equation 11)."""
        x, t_x, end = _occasions(frequency, recency, n)
        return self._share(0, 1, x, t_x, end)

    def expected_purchases(
        self, periods: int, frequency: ArrayLike, recency: ArrayLike, n: ArrayLike
    ) -> Floats:  # fmt: skip
        """Purchases at the next `periods` occasions, given the history (equation 13, as the sum it abbreviates)."""
        return self.discounted_purchases(periods, 0.0, frequency, recency, n)

    def expected_purchases_new(self, n: int) -> Floats:
        """Purchases of a new customer at the first n occasions (equation 8)."""
        return self.expected_purchases(n, 0, 0, 0)

    def discounted_purchases(
        self, periods: int, rate: float, frequency: ArrayLike, recency: ArrayLike, n: ArrayLike
    ) -> Floats:  # fmt: skip
        """Purchases at the next `periods` occasions, that of the next one discounted once; rate: per occasion."""
        if not 0 <= periods <= MOST_OCCASIONS:
            raise ValueError(f"periods must be from 0 to {MOST_OCCASIONS}")
        if not rate >= 0:
            raise ValueError("the discount rate must not be negative")
        return self._future(int(periods), rate, frequency, recency, n)

    def discounted_residual_transactions(
        self, rate: float, frequency: ArrayLike, recency: ArrayLike, n: ArrayLike
    ) -> Floats:  # fmt: skip
        """DERT: all future purchases, that of the next occasion discounted once (equation 14).

        rate: per occasion; at least 0.0001 (ValueError), lest the sum not end.
        """
        if not rate >= 1e-4:
            raise ValueError("the discount rate must be at least 0.0001 per occasion")
        return self._future(int(np.ceil(_NEGLIGIBLE / np.log1p(rate))), rate, frequency, recency, n)

    def _future(self, periods: int, rate: float, frequency: ArrayLike, recency: ArrayLike, n: ArrayLike) -> Floats:
        x, t_x, end = _occasions(frequency, recency, n)
        ends, of_end = np.unique(end, return_inverse=True)
        # alive at occasion n + j, given alive at n + 1; one row of j per distinct n
        later = np.arange(1, periods)
        stays = np.log((self.delta + ends[:, None] + later) / (self.gamma + self.delta + ends[:, None] + later))
        weights = np.exp(np.cumsum(stays, axis=1) - (later + 1) * np.log1p(rate))
        occasions = (weights.sum(axis=1) + 1 / (1 + rate)) if periods else np.zeros(len(ends))
        return np.asarray(self._share(1, 1, x, t_x, end) * occasions[of_end].reshape(x.shape))

    def _share(self, bought: int, later: int, x: Floats, t_x: Floats, n: Floats) -> Floats:
        """Likelihood of the history with `bought` more purchases, alive `later` occasions on, over its likelihood."""
        buys = betaln(self.alpha + x + bought, self.beta + n - x) - betaln(self.alpha, self.beta)
        stays = betaln(self.gamma, self.delta + n + later) - betaln(self.gamma, self.delta)
        return np.asarray(np.exp(np.minimum(buys + stays - self.log_likelihood_of(x, t_x, n), 0.0)))


def fit_bg_bb(
    frequency: ArrayLike, recency: ArrayLike, n: ArrayLike, customers: ArrayLike | None = None,
    *, period: tuple[date, date] | None = None,
) -> BgBb:  # fmt: skip
    """By maximum likelihood; `customers` says how many share each history, one if not given.

    Raises UnfitData for fewer than 10 customers who bought, or where the likelihood has no inner maximum.
    """
    x, t_x, end = (column.ravel() for column in _occasions(frequency, recency, n))
    weights = np.ones(len(x)) if customers is None else counts("customers", customers).ravel()
    rows, of_row = np.unique(np.stack([x, t_x, end], axis=1), axis=0, return_inverse=True)
    weights = np.bincount(of_row, weights=weights, minlength=len(rows)).astype(np.float64)
    bought = int(weights[rows[:, 0] > 0].sum())
    if bought < FEWEST_REPEATERS:
        reason = f"Only {bought} customers bought at one of the occasions."
        raise UnfitData(reason, needed=f"at least {FEWEST_REPEATERS} customers who did")
    found = maximise(
        Likelihood(rows, weights).by_logs, [(1.0, 1.0, 1.0, 3.0), (0.5, 2.0, 0.3, 1.0)],
        observations=float(weights.sum()), meanings=MEANINGS,
    )  # fmt: skip
    return BgBb(
        **fitted_fields(
            found, BgBb.names, [1.0] * 4, model="BG/BB", source=SOURCE, customers=int(weights.sum()),
            log_likelihood=found.log_likelihood, period=period, unit="occasion",
        )
    )  # fmt: skip


def _occasions(frequency: ArrayLike, recency: ArrayLike, n: ArrayLike) -> tuple[Floats, Floats, Floats]:
    x, t_x, end = np.broadcast_arrays(counts("frequency", frequency), counts("recency", recency), counts("n", n))
    if np.any(end > MOST_OCCASIONS):
        raise ValueError(f"n must be at most {MOST_OCCASIONS}")
    if any(np.any(column != np.floor(column)) for column in (x, t_x, end)):
        raise ValueError("occasions are counted in whole numbers")
    if np.any(x > t_x) or np.any(t_x > end) or np.any((x == 0) != (t_x == 0)):
        raise ValueError("there must be frequency ≤ recency ≤ n, and recency 0 where frequency is 0")
    return x, t_x, end


class Likelihood:
    """Sum of log-likelihoods of distinct histories, with gradient, by log alpha, log beta, log gamma, log delta."""

    def __init__(self, histories: Floats, customers: Floats) -> None:
        x, t_x, n = histories.T
        self._customers = customers
        # One entry for each way a history may have come about: left after occasion t, t_x ≤ t < n, or still there.
        ways = (n - t_x).astype(np.int64) + 1
        self._start = np.concatenate([[0], np.cumsum(ways)[:-1]])
        self._row = np.repeat(np.arange(len(x)), ways)
        after = np.arange(len(self._row)) - self._start[self._row]
        self._gone = after < (n - t_x)[self._row]
        self._t = t_x[self._row] + after
        self._x, self._n = x, n

    def of_rows(self, parameters: Floats) -> Floats:
        """Log-likelihood of each history."""
        return self._terms(*parameters)[0]

    def _terms(self, alpha: float, beta: float, gamma: float, delta: float) -> tuple[Floats, Floats]:
        x = self._x[self._row]
        terms = betaln(alpha + x, beta + self._t - x) + betaln(gamma + self._gone, delta + self._t)
        highest = np.maximum.reduceat(terms, self._start)
        weights = np.exp(terms - highest[self._row])
        total = np.add.reduceat(weights, self._start)
        each = highest + np.log(total) - betaln(alpha, beta) - betaln(gamma, delta)
        return each, weights / total[self._row]

    def by_logs(self, logs: Floats) -> tuple[float, Floats]:
        """Value and gradient."""
        alpha, beta, gamma, delta = parameters = np.exp(logs)
        each, shares = self._terms(*parameters)
        shares = shares * self._customers[self._row]
        x, t, gone = self._x[self._row], self._t, self._gone
        all_customers = self._customers.sum()
        both, either = psi(alpha + beta + t), psi(gamma + delta + gone + t)
        gradient = [
            shares @ (psi(alpha + x) - both) - all_customers * (psi(alpha) - psi(alpha + beta)),
            shares @ (psi(beta + t - x) - both) - all_customers * (psi(beta) - psi(alpha + beta)),
            shares @ (psi(gamma + gone) - either) - all_customers * (psi(gamma) - psi(gamma + delta)),
            shares @ (psi(delta + t) - either) - all_customers * (psi(delta) - psi(gamma + delta)),
        ]
        return float(self._customers @ each), np.array(gradient) * parameters
