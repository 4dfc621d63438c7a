"""What BG/NBD and MBG/NBD share: they differ only in whether a customer may leave right after the first purchase.

`shift` is 0 for BG/NBD, 1 for MBG/NBD: there every purchase counts as a chance to leave, so b meets one purchase more.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.special import expit, gammaln, hyp2f1

from .beta_quadrature import expected_by_quadrature
from .customer_arrays import distinct

Floats = NDArray[np.float64]
_POLE = 1e-5


def log_odds_gone(r: float, alpha: float, a: float, from_b: float, x: Floats, t_x: Floats, T: Floats) -> Floats:
    """Logarithm of odds that the customer has left by T, for frequency x > 0 (or any x in MBG/NBD, from_b = b + 1)."""
    since = np.log1p((T - t_x) / (alpha + t_x))
    return np.asarray(np.log(a) - np.log(np.maximum(from_b + x - 1, 1e-300)) + (r + x) * since)


def probability_alive(odds: Floats, leaves: NDArray[np.bool_]) -> Floats:
    """From the log-odds of having left; 1 for those who cannot have left."""
    return np.where(leaves, expit(-odds), 1.0)


def log_likelihood_of(
    parameters: tuple[float, float, float, float], shift: int, x: Floats, t_x: Floats, T: Floats
) -> Floats:
    """Of each customer; Fader, Hardie and Lee (2005), equation 6."""
    r, alpha, a, b = parameters
    from_b = b + shift
    stays = -(r + x) * np.log(alpha + T)
    leaves = np.log(a) - np.log(np.maximum(from_b + x - 1, 1e-300)) - (r + x) * np.log(alpha + t_x)
    both = np.where((x > 0) | (shift == 1), np.logaddexp(stays, leaves), stays)
    fixed = r * np.log(alpha) - gammaln(r) + gammaln(a + b) - gammaln(b)
    # ln B-ratio as a difference of neighbours, so that large x does not eat the digits
    return np.asarray(fixed + gammaln(r + x) - _log_rise(from_b + x, a) + both)


def _log_rise(z: Floats, a: float) -> Floats:
    """The difference ln Γ(z+a) - ln Γ(z); by Stirling for large z, where the two have all digits in common."""
    large = z > 1e7
    near = np.where(large, 1.0, z)
    far = np.where(large, z, 1e7)
    return np.where(large, a * np.log(far + (a - 1) / 2), gammaln(near + a) - gammaln(near))


def expected_if_alive(
    parameters: tuple[float, float, float, float], shift: int, periods: Floats, x: Floats, T: Floats
) -> Floats:
    """Expected purchases in `periods` after T of a customer alive at T.

    Fader, Hardie and Lee (2005), equation 10 without its denominator, the hypergeometric function after Euler's
    transformation, so that neither of its factors over- or underflows:
    C/(a-1) (1 - (1-z)^(a-1) 2F1(C-r-x, a-1; C; z)) with C = a+b+x-1, z = t/(α+T+t).
    """
    r, alpha, a, b = parameters
    if abs(a - 1) < _POLE:  # the mean of both sides: off by the square of the distance
        sides = [(r, alpha, 1 + side, b) for side in (-2 * _POLE, 2 * _POLE)]
        return np.asarray(sum(expected_if_alive(side, shift, periods, x, T) for side in sides) / 2)
    periods, x, T = np.broadcast_arrays(periods, x, T)
    C = a + b + shift + x - 1
    steps = np.log1p(periods / (alpha + T))  # -ln(1-z)
    z = -np.expm1(-steps)
    euler = r + x + 1 >= a  # the one of the two forms that stays bounded as z goes to 1
    factor = np.exp(-steps * np.where(euler, a - 1, r + x))
    first = np.where(euler, a + b + shift - 1 - r, r + x)
    second = np.where(euler, a - 1, b + shift + x)
    with np.errstate(all="ignore"):  # what does not come out well is done again below
        result = np.asarray(C / (a - 1) * (1 - factor * hyp2f1(first, second, C, z)))
    lost = (C < 0.05) | (steps > 30) | ~((result >= 0) & (result <= (r + x) * np.expm1(np.minimum(steps, 700))))
    if np.any(lost):
        rows_x, rows_steps, of_row = distinct(x[lost], steps[lost])
        result[lost] = expected_by_quadrature(r, a, b + shift, rows_x, rows_steps)[of_row]
    return result
