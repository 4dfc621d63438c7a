"""BG/NBD: how often customers without a contract will buy, and whether they still will.

P. S. Fader, B. G. S. Hardie, K. L. Lee: "Counting Your Customers" the Easy Way, Marketing Science 24 (2005) 275-284.
While alive a customer buys at random at an own rate (gamma: r, alpha) and after each repeat purchase leaves with an own
probability (beta: a, b).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike

from ..base.statistics import SufficientStatistics
from . import beta_geometric
from .beta_geometric_fit import fit_beta_geometric
from .customer_arrays import Floats, counts, customer_arrays
from .parametric import Parametric

SOURCE = "Fader, Hardie and Lee (2005), Marketing Science 24, 275-284"


@dataclass(frozen=True, kw_only=True)
class BgNbd(Parametric):
    """Parameters as in the paper; alpha in the unit of time of the data. Arrays broadcast; results have their shape."""

    names: ClassVar[tuple[str, ...]] = ("r", "alpha", "a", "b")
    shift: ClassVar[int] = 0

    r: float
    alpha: float
    a: float
    b: float

    def probability_alive(self, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike) -> Floats:
        """That the customer has not left by T; 1 where frequency is 0, since nobody leaves before a repeat purchase."""
        x, t_x, end = customer_arrays(frequency, recency, T)
        odds = beta_geometric.log_odds_gone(self.r, self.alpha, self.a, self.b + self.shift, x, t_x, end)
        return beta_geometric.probability_alive(odds, (x > 0) | (self.shift == 1))

    def expected_if_alive(self, periods: ArrayLike, frequency: ArrayLike, T: ArrayLike) -> Floats:
        """Purchases in the `periods` after T of a customer known to be alive at T: depends on frequency and T only."""
        x, end = counts("frequency", frequency), counts("T", T)
        return beta_geometric.expected_if_alive(self._values, self.shift, counts("periods", periods), x, end)

    def expected_purchases(
        self, periods: ArrayLike, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike
    ) -> Floats:  # fmt: skip
        """Purchases in the `periods` after T, given the history (equation 10)."""
        alive = self.probability_alive(frequency, recency, T)
        return np.asarray(alive * self.expected_if_alive(periods, frequency, T))

    def expected_purchases_new(self, t: ArrayLike) -> Floats:
        """Repeat purchases of a new customer in the t periods after the first purchase (equation 9)."""
        return self.expected_purchases(t, 0.0, 0.0, 0.0)

    def log_likelihood_of(self, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike) -> Floats:
        """Of each customer (equation 6)."""
        return beta_geometric.log_likelihood_of(self._values, self.shift, *customer_arrays(frequency, recency, T))

    def draw_purchases(
        self, periods: float, frequency: ArrayLike, recency: ArrayLike, T: ArrayLike, draws: np.random.Generator
    ) -> Floats:  # fmt: skip
        """One possible number of purchases in the `periods` after T for each customer."""
        x, t_x, end = customer_arrays(frequency, recency, T)
        alive = draws.random(x.shape) < self.probability_alive(x, t_x, end)
        rate = draws.gamma(self.r + x) / (self.alpha + end)
        leave = np.clip(draws.beta(self.a, self.b + self.shift + x), 1e-12, 1.0)
        until_left = draws.geometric(leave)
        return np.where(alive, np.minimum(draws.poisson(np.minimum(rate * periods, 1e15)), until_left), 0.0)

    @property
    def _values(self) -> tuple[float, float, float, float]:
        return self.r, self.alpha, self.a, self.b


def fit_bg_nbd(statistics: SufficientStatistics, *, period: tuple[date, date] | None = None) -> BgNbd:
    """By maximum likelihood; `period` (first purchase, end of observation) is for the card.

    Raises UnfitData for fewer than 10 customers with a repeat purchase, or where the likelihood has no inner maximum.
    """
    return BgNbd(**fit_beta_geometric(statistics, 0, "BG/NBD", SOURCE, period))
