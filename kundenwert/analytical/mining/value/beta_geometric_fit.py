"""The fit of BG/NBD (shift 0) and MBG/NBD (shift 1) on sufficient statistics."""

from __future__ import annotations

from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammaln, psi

from ..base.statistics import SufficientStatistics
from .customer_arrays import require_repeaters
from .fitted_fields import fitted_fields
from .maximum_likelihood import maximise

Floats = NDArray[np.float64]
MEANINGS = {
    "r": "how the buying rates of customers differ",
    "alpha": "how the buying rates of customers differ",
    "a": "when customers stop buying",
    "b": "when customers stop buying",
}


def fit_beta_geometric(
    statistics: SufficientStatistics, shift: int, name: str, source: str, period: tuple[date, date] | None
) -> dict[str, Any]:  # fmt: skip
    """The fields of the fitted model, card included. Raises UnfitData."""
    require_repeaters(statistics)
    n = statistics.customers
    mean_T = float(n @ statistics.T / n.sum())  # time is counted in this for the search, so that units do not matter
    purchases = float(n @ statistics.frequency)
    found = maximise(
        Likelihood(statistics, 1 / mean_T, shift),
        [(0.5, 0.25 * n.sum() / purchases, 1.0, 2.5), (2.0, n.sum() / purchases, 0.2, 1.0)],
        observations=float(n.sum()),
        meanings=MEANINGS,
    )
    return fitted_fields(
        found, list(MEANINGS), [1.0, mean_T, 1.0, 1.0], model=name, source=source, customers=statistics.total,
        log_likelihood=found.log_likelihood - purchases * float(np.log(mean_T)), period=period, unit=statistics.unit,
    )  # fmt: skip


class Likelihood:
    """Sum of log-likelihoods of sufficient statistics, with gradient, by log r, log alpha, log a, log b."""

    def __init__(self, statistics: SufficientStatistics, scale: float, shift: int) -> None:
        n = statistics.customers
        leaves = statistics.frequency > 0 if shift == 0 else np.ones(len(n), dtype=bool)
        self._shift = shift
        # Gamma functions are dear, and depend on the frequency only: few values, many customers each.
        self._x, self._of_x = np.unique(statistics.frequency, return_inverse=True)
        self._n_x = np.bincount(self._of_x, weights=n)
        self._of_x = self._of_x[leaves]
        self._n, self._frequency = n[leaves], statistics.frequency[leaves]
        self._t_x, self._T = statistics.recency[leaves] * scale, statistics.T[leaves] * scale
        self._stays_T, of_T = np.unique(statistics.T[~leaves] * scale, return_inverse=True)
        self._stays_n = np.bincount(of_T, weights=n[~leaves], minlength=len(self._stays_T))

    def __call__(self, logs: Floats) -> tuple[float, Floats]:
        """Value and gradient."""
        r, alpha, a, b = (float(value) for value in np.exp(logs))
        x, n_x, n = self._x, self._n_x, self._n
        from_b = b + self._shift
        value = n_x @ (gammaln(r + x) + gammaln(from_b + x) - gammaln(a + from_b + x)) + n_x.sum() * (
            r * logs[1] - gammaln(r) + gammaln(a + b) - gammaln(b)
        )
        psi_ab = psi(a + from_b + x)
        d_r = n_x @ psi(r + x) + n_x.sum() * (logs[1] - psi(r))
        d_alpha = n_x.sum() * r / alpha
        d_a = n_x.sum() * psi(a + b) - n_x @ psi_ab
        d_b = n_x @ (psi(from_b + x) - psi_ab) + n_x.sum() * (psi(a + b) - psi(b))

        # Those who cannot have left: BG/NBD customers with one purchase.
        log_T = np.log(alpha + self._stays_T)
        value -= r * (self._stays_n @ log_T)
        d_r -= self._stays_n @ log_T
        d_alpha -= r * (self._stays_n @ (1 / (alpha + self._stays_T)))

        # (α+T)^-(r+x) + a/(b+x-1) (α+t_x)^-(r+x), with (α+t_x)^-(r+x) taken out: never over 1, never 0.
        left = a / np.maximum(from_b + x - 1, 1e-300)[self._of_x]
        power = r + self._frequency
        log_t, log_T = np.log(alpha + self._t_x), np.log(alpha + self._T)
        total = np.exp(power * (log_t - log_T)) + left
        value += n @ (np.log(total) - power * log_t)
        gone = n * left / total
        alive = n - gone
        d_r -= alive @ log_T + gone @ log_t
        d_alpha -= (alive * power) @ (1 / (alpha + self._T)) + (gone * power) @ (1 / (alpha + self._t_x))
        d_a += gone.sum() / a
        d_b -= gone @ (left / a)
        return float(value), np.array([d_r * r, d_alpha * alpha, d_a * a, d_b * b])
