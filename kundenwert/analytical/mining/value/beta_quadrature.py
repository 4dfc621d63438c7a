"""Means over a beta distribution by quadrature: for the cases in which hypergeometric functions fail."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import exprel

Floats = NDArray[np.float64]
_NODES = 1000
_NEGLIGIBLE = 40.0
_BLOCK = 64


def expected_by_quadrature(r: float, a: float, b: float, x: Floats, steps: Floats) -> Floats:
    """Expected purchases of a customer who is alive, with steps = ln(1 + t/(α+T)); one dimension.

    The mean of (1 - (1 + p t/(α+T))^-(r+x)) / p over p from Beta(a, b+x), the chance to leave after a purchase: all
    terms positive, no poles. Trapezoids over ln(p/(1-p)) = mode + width sinh(u), since with small a the weight may lie
    thousands of units below the mode. Good to six digits.
    """
    blocks = [_block(r, a, b, x[i : i + _BLOCK], steps[i : i + _BLOCK]) for i in range(0, len(x), _BLOCK)]
    return np.concatenate(blocks)


def _block(r: float, a: float, b: float, x: Floats, steps: Floats) -> Floats:
    ratio = np.expm1(np.minimum(steps, 700.0))  # t/(α+T)
    turn = -np.log(np.maximum((r + x) * ratio, 1e-300))  # of ln p: below, nobody leaves before the end
    p, weights = beta_nodes(a, b + x, turn)
    leaving = p * ratio
    shrink = np.log1p(leaving)
    slowed = np.where(leaving < 1e-12, 1.0, shrink / np.maximum(leaving, 1e-300))
    purchases = (r + x) * ratio * exprel(-(r + x) * shrink) * slowed
    return np.asarray((weights * purchases).sum(axis=0))


def beta_nodes(a: float, after: Floats, turn: Floats) -> tuple[Floats, Floats]:
    """Points p and weights, summing to 1, for means over Beta(a, after); one column for each of `after`.

    For functions of p that rise or fall around ln p = turn at most as p itself does.
    """
    mode = np.log(a) - np.log(after)
    width = np.sqrt((a + after) / a / after)
    lowest = np.minimum(mode, turn) - _NEGLIGIBLE / a - 10 * width - mode
    highest = np.maximum(_NEGLIGIBLE / after + 10 * width, turn - mode + 1.0)
    scale = np.minimum(width, 1.0)
    u = np.linspace(np.arcsinh(lowest / scale), np.arcsinh(highest / scale), _NODES)
    place = mode + scale * np.sinh(u)
    log_p, log_q = -np.logaddexp(0.0, -place), -np.logaddexp(0.0, place)
    log_density = a * log_p + after * log_q + np.log(np.cosh(u))
    density = np.exp(log_density - log_density.max(axis=0))
    # divided by the same trapezoids of the density: their common error cancels
    return np.exp(log_p), np.asarray(density / density.sum(axis=0))
