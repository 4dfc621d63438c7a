"""Gamma-Gamma: what a customer will spend per purchase, pulled towards the mean of all the more the less is known.

P. S. Fader, B. G. S. Hardie: The Gamma-Gamma Model of Monetary Value (2013); P. S. Fader, B. G. S. Hardie, K. L. Lee
(2005), Journal of Marketing Research 42, 415-430. Amounts vary around an own mean (gamma: p), means among customers
(gamma: q, gamma); spend must not depend on frequency.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import gammaln, psi

from ..errors import UnfitData
from .customer_arrays import FEWEST_REPEATERS, LARGEST, Floats, counts
from .fitted_fields import fitted_fields
from .maximum_likelihood import maximise
from .parametric import Parametric

SOURCE = "Fader and Hardie (2013), The Gamma-Gamma Model of Monetary Value"
MEANINGS = {
    "p": "how amounts of one customer vary",
    "q": "how customers differ in what they spend",
    "gamma": "how customers differ in what they spend",
}
_CORRELATED = 0.3
_MANY = 200_000
_BIN = 0.001


@dataclass(frozen=True, kw_only=True)
class GammaGamma(Parametric):
    """Parameters as in the paper; gamma in the unit of money of the data. Arrays broadcast."""

    names: ClassVar[tuple[str, ...]] = ("p", "q", "gamma")

    p: float
    q: float
    gamma: float

    def expected_spend(self, frequency: ArrayLike, mean: ArrayLike) -> Floats:
        """Expected amount of a purchase, given `frequency` purchases of `mean` amount (equation 5 of the paper).

        With frequency 0 (`mean` does not count then) the expected amount of any customer. A mean below 0 (more returned
        than bought) counts as 0. ValueError where q is at most 1, for then customers have no mean.
        """
        if self.q <= 1:
            raise ValueError("q must be greater than 1, otherwise customers have no mean amount")
        x, m = counts("frequency", frequency), np.maximum(_amounts(mean), 0.0)
        weight = self.p * x / (self.p * x + self.q - 1)
        return np.asarray((1 - weight) * (self.p * self.gamma / (self.q - 1)) + weight * m)

    def log_likelihood_of(self, frequency: ArrayLike, mean: ArrayLike) -> Floats:
        """Of each customer (equation 1a); frequency and mean greater than 0."""
        x, m = counts("frequency", frequency), counts("mean", mean)
        if np.any(x == 0) or np.any(m == 0):
            raise ValueError("frequency and mean must be greater than 0")
        px = self.p * x
        ratio = np.log1p(self.gamma / (x * m))  # ln((γ + xm) / xm): no difference of large logarithms
        return np.asarray(
            gammaln(px + self.q) - gammaln(px) - gammaln(self.q)
            + self.q * (np.log(self.gamma) - np.log(x * m)) - np.log(m) - (px + self.q) * ratio
        )  # fmt: skip


def fit_gamma_gamma(
    frequency: ArrayLike, mean: ArrayLike, customers: ArrayLike | None = None,
    *, period: tuple[date, date] | None = None,
) -> GammaGamma:  # fmt: skip
    """By maximum likelihood, from customers who came back: number and mean amount of their repeat purchases.

    `customers` says how many share each pair, one if not given; pairs with frequency 0 are left out, and so, as the
    card says, are those with an amount of 0 or less (gifts, returns). Raises UnfitData for fewer than 10 customers, for
    amounts that do not vary, and where spend is so uneven that it has no mean.
    """
    x, m = np.broadcast_arrays(counts("frequency", frequency), _amounts(mean))
    n = np.ones(x.shape) if customers is None else np.broadcast_to(counts("customers", customers), x.shape)
    used = (x > 0) & (m > 0) & (n > 0)
    free = int(n[(x > 0) & (m <= 0)].sum())
    x, m, n = x[used].ravel(), m[used].ravel(), n[used].ravel()
    needed = f"at least {FEWEST_REPEATERS} customers with repeat purchases of different amounts"
    if n.sum() < FEWEST_REPEATERS:
        raise UnfitData(f"Only {int(n.sum())} customers came back and paid for it.", needed=needed)
    if np.ptp(np.log(m)) < 1e-9:
        raise UnfitData("All customers spend the same per purchase.", needed=needed)
    scale = float(np.exp(n @ np.log(m) / n.sum()))
    found = maximise(
        Likelihood(x, m / scale, n), [(4.0, 4.0, 3.0), (1.0, 2.0, 2.0)],
        observations=float(n.sum()), meanings=MEANINGS,
    )  # fmt: skip
    p, q, gamma = map(float, found.parameters * np.array([1.0, 1.0, scale]))
    if q <= 1:
        reason = "Customers differ so much in what they spend that no mean can be relied on (q is at most 1)."
        raise UnfitData(reason, needed="more customers, or the few very large ones looked at apart")
    log_likelihood = float(n @ GammaGamma(p=p, q=q, gamma=gamma).log_likelihood_of(x, m))
    return GammaGamma(
        **fitted_fields(
            found, GammaGamma.names, [1.0, 1.0, scale], model="Gamma-Gamma", source=SOURCE, customers=int(n.sum()),
            log_likelihood=log_likelihood, period=period, notes=_notes(x, m, n, free),
        )
    )  # fmt: skip


def _amounts(values: ArrayLike) -> Floats:
    checked = np.asarray(values, dtype=np.float64)
    if not np.all(np.abs(checked) <= LARGEST):
        raise ValueError(f"mean amounts must be finite and at most {LARGEST:.0e}")
    return checked


def correlation(frequency: Floats, mean: Floats, customers: Floats) -> float:
    """Pearson, of frequency and mean amount; 0 where one of them does not vary."""
    x, m = (column - customers @ column / customers.sum() for column in (frequency, mean))
    spread = np.sqrt((customers @ np.square(x)) * (customers @ np.square(m)))
    return float(customers @ (x * m) / spread) if spread > 0 else 0.0


def _notes(x: Floats, m: Floats, n: Floats, free: int) -> list[str]:
    found = correlation(x, m, n)
    said = f"Correlation of frequency and mean amount: {found:.2f}"
    misled = f"{said}. The model assumes none, so it misjudges what frequent buyers spend."
    notes = [f"{said}; the model assumes none." if abs(found) < _CORRELATED else misled]
    if free:
        notes.append(f"{free:,} customers whose repeat purchases brought in nothing were left out.")
    return notes


class Likelihood:
    """Sum of log-likelihoods, with gradient, by log p, log q, log gamma."""

    def __init__(self, x: Floats, m: Floats, n: Floats) -> None:
        self._x, of_x = np.unique(x, return_inverse=True)
        self._n_x = np.bincount(of_x, weights=n)
        total = x * m
        self._fixed = -float(n @ np.log(m))
        self._log_total = float((n * x) @ np.log(total))
        # Σ (px+q) ln(γ + xm): all that has to be looked at customer by customer
        self._n, self._nx, self._total = n, n * x, total
        if len(n) > _MANY:
            self._compress(np.log(total))

    def _compress(self, place: Floats) -> None:
        """Shares each customer between two neighbours of a grid in ln(xm): exact to 1e-7, and a fixed cost."""
        step = (place - place.min()) / _BIN
        below = step.astype(np.int64)
        part = step - below
        size = int(below.max()) + 2

        def shared(weights: Floats) -> Floats:
            low = np.bincount(below, weights=weights * (1 - part), minlength=size)
            return np.asarray(low + np.bincount(below + 1, weights=weights * part, minlength=size))

        self._n, self._nx = shared(self._n), shared(self._nx)
        self._total = np.exp(place.min() + _BIN * np.arange(size))

    def __call__(self, logs: Floats) -> tuple[float, Floats]:
        """Value and gradient."""
        p, q, gamma = (float(value) for value in np.exp(logs))
        px, n_x = p * self._x, self._n_x
        customers = n_x.sum()
        # -(px+q) ln(γ+xm) + px ln(xm), in which the large parts cancel
        log_sum = np.log(gamma + self._total)
        by_n, by_nx = float(self._n @ log_sum), float(self._nx @ log_sum)
        value = n_x @ (gammaln(px + q) - gammaln(px)) + customers * (q * logs[2] - gammaln(q))
        value += self._fixed + p * (self._log_total - by_nx) - q * by_n
        psi_sum = psi(px + q)
        over = 1 / (gamma + self._total)
        d_p = (n_x * self._x) @ (psi_sum - psi(px)) + self._log_total - by_nx
        d_q = n_x @ psi_sum + customers * (logs[2] - psi(q)) - by_n
        d_gamma = customers * q / gamma - p * (self._nx @ over) - q * (self._n @ over)
        return float(value), np.array([d_p * p, d_q * q, d_gamma * gamma])
