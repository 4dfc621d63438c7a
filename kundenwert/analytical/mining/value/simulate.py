"""Customers that buy as the models say: to test that a fit finds what it should, and to try things out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..base.statistics import SufficientStatistics
from .bg_nbd import BgNbd
from .customer_arrays import Floats, counts
from .gamma_gamma import GammaGamma
from .pareto_nbd import ParetoNbd


@dataclass(frozen=True)
class Simulated:
    """One entry per customer."""

    frequency: Floats
    recency: Floats
    T: Floats
    alive: NDArray[np.bool_]
    """Whether the customer is still there at T: what nobody knows of real ones."""

    def statistics(self, unit: str = "week") -> SufficientStatistics:
        """What the fits read."""
        return SufficientStatistics.of(self.frequency, self.recency, self.T, unit=unit)


def simulate(model: BgNbd | ParetoNbd, T: ArrayLike, *, seed: int) -> Simulated:
    """Histories of customers observed for T each, by BG/NBD, MBG/NBD or Pareto/NBD."""
    ends = np.atleast_1d(counts("T", T))
    chance = np.random.default_rng(seed)
    never = np.full(ends.shape, np.inf)
    rate = np.maximum(chance.gamma(model.r, 1 / model.alpha, ends.shape), 1e-300)
    if isinstance(model, ParetoNbd):
        leaving = np.maximum(chance.gamma(model.s, 1 / model.beta, ends.shape), 1e-300)
        return _buying(rate, ends, chance.exponential(1 / leaving), never, chance)
    leave = np.clip(chance.beta(model.a, model.b, ends.shape), 1e-12, 1.0)
    # repeat purchases are counted, and with shift the first purchase may be the last
    return _buying(rate, ends, never, chance.geometric(leave).astype(np.float64) - model.shift, chance)


def simulate_spend(model: GammaGamma, frequency: ArrayLike, *, seed: int) -> Floats:
    """Mean amount of that many purchases of each customer; 0 where there are none."""
    x = counts("frequency", frequency)
    chance = np.random.default_rng(seed)
    scale = model.gamma / np.maximum(chance.gamma(model.q, size=x.shape), 1e-300)
    bought = np.maximum(x, 1)
    return np.where(x > 0, chance.gamma(model.p * bought) * scale / bought, 0.0)


def _buying(rate: Floats, T: Floats, until: Floats, last: Floats, chance: np.random.Generator) -> Simulated:
    """Purchase by purchase, all customers at a time, until none buys any more before the end.

    Customers leave at the time `until`, and with repeat purchase number `last`.
    """
    frequency, recency = np.zeros(T.shape), np.zeros(T.shape)
    ends = np.minimum(T, until)
    buying = last > 0
    while np.any(buying):
        who = np.flatnonzero(buying)
        at = recency[who] + chance.exponential(1 / rate[who])
        made = at <= ends[who]
        bought = who[made]
        frequency[bought] += 1
        recency[bought] = at[made]
        buying[who[~made]] = False
        buying[bought] = frequency[bought] < last[bought]
    return Simulated(frequency, recency, T, np.asarray((until > T) & (frequency < last)))
