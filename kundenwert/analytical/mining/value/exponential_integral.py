"""The exponential integral of any real order, for discounting without end."""

from __future__ import annotations

import numpy as np
from numpy.polynomial.legendre import leggauss
from numpy.typing import NDArray

Floats = NDArray[np.float64]
_NODES, _WEIGHTS = leggauss(80)
_NEGLIGIBLE = 37.0


def scaled_exponential_integral(order: float, z: Floats) -> Floats:
    """The integral of e^(-zt) (1+t)^-order over t from 0 to infinity, for order > 0 and z > 0 (one dimension).

    It is e^z E_order(z) = z^(order-1) Ψ(order, order; z) with Tricomi's Ψ, whose implementations over- and underflow
    for small z. Quadrature over w = ln(1+t), to where e^-37 is left; at least ten digits.
    """
    reach = np.log1p(_NEGLIGIBLE / z)
    reach = np.minimum(reach, _NEGLIGIBLE / np.maximum(order - 1 + z, 1e-9))[:, None]
    root = (_NODES + 1) / 2
    w = reach * np.square(root)
    integrand = np.exp((1 - order) * w - z[:, None] * np.expm1(w))
    return np.asarray((integrand * root) @ _WEIGHTS * reach[:, 0])
