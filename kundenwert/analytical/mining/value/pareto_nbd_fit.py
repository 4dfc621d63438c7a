"""The likelihood of Pareto/NBD on sufficient statistics, with its gradient."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, psi

from ..base.statistics import SufficientStatistics
from .pareto_nbd_integral import moments

Floats = NDArray[np.float64]


class Likelihood:
    """Sum of log-likelihoods and gradient, by log r, log alpha, log s, log beta.

    Γ(r+x) α^r β^s / Γ(r) { (α+T)^-(r+x) (β+T)^-s + s ∫ (α+u)^-(r+x) (β+u)^-(s+1) du }; in braces
    (α+t_x)^-(r+x) (β+t_x)^-s is taken out: what remains is neither 0 nor more than 1 + s.
    """

    def __init__(self, statistics: SufficientStatistics, scale: float, rule: int = 20) -> None:
        self._x, of_x = np.unique(statistics.frequency, return_inverse=True)
        self._n_x = np.bincount(of_x, weights=statistics.customers)
        self._n, self._frequency = statistics.customers, statistics.frequency
        self._t_x, self._T = statistics.recency * scale, statistics.T * scale
        self._rule = rule

    def __call__(self, logs: Floats) -> tuple[float, Floats]:
        """Value and gradient."""
        r, alpha, s, beta = (float(value) for value in np.exp(logs))
        n, t_x, T = self._n, self._t_x, self._T
        power = r + self._frequency
        log_alpha, log_beta = np.log(alpha + t_x), np.log(beta + t_x)
        to_alpha, to_beta = np.log1p((T - t_x) / (alpha + t_x)), np.log1p((T - t_x) / (beta + t_x))
        stays = np.exp(-power * to_alpha - s * to_beta)
        integral = moments(alpha, beta, power, s + 1, t_x, T, rule=self._rule)
        factor = s / (beta + t_x)
        total = stays + factor * integral.mass
        customers = n.sum()
        value = (
            self._n_x @ gammaln(r + self._x)
            + customers * (r * logs[1] + s * logs[3] - gammaln(r))
            + n @ (np.log(total) - power * log_alpha - s * log_beta)
        )
        alive, gone = n * stays / total, n * factor / total
        d_r = self._n_x @ psi(r + self._x) + customers * (logs[1] - psi(r)) - n @ log_alpha
        d_r -= alive @ to_alpha + gone @ integral.log_alpha
        d_s = customers * logs[3] - n @ log_beta - alive @ to_beta - gone @ integral.log_beta
        d_s += gone @ integral.mass / s
        d_alpha = customers * r / alpha - (alive * power) @ (1 / (alpha + T)) - (gone * power) @ integral.over_alpha
        d_beta = customers * s / beta - s * (alive @ (1 / (beta + T))) - (s + 1) * (gone @ integral.over_beta)
        return float(value), np.array([d_r * r, d_alpha * alpha, d_s * s, d_beta * beta])
