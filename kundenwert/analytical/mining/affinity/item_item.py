"""How near two products are, by the customers who bought both."""

from __future__ import annotations

from typing import Any

import numpy as np
import scipy.sparse as sp


def cosine(bought: Any, *, shrinkage: float = 10.0) -> Any:
    """n_ij / (√(n_i n_j) + shrinkage), sparse products × products, 0 on the diagonal.

    Sarwar et al. (2001), item-based collaborative filtering, on bought or not; the shrinkage takes weight from
    pairs that few customers speak for (Bell and Koren 2007). bought: sparse customers × products of 0 and 1.
    """
    i, j, both, buyers = _pairs(bought)
    return _square(both / (np.sqrt(buyers[i] * buyers[j]) + shrinkage), i, j, len(buyers))


def lift(bought: Any, *, shrinkage: float = 5.0) -> Any:
    """n_ij / (n_i n_j / N + shrinkage): how many times as often as by chance, drawn to 0 for rare pairs.

    The shrinkage is in customers; 0 is the plain lift. Shapes as for `cosine`.
    """
    i, j, both, buyers = _pairs(bought)
    return _square(both / (buyers[i] * buyers[j] / bought.shape[0] + shrinkage), i, j, len(buyers))


def _pairs(bought: Any) -> tuple[Any, Any, Any, Any]:
    both = (bought.T @ bought).tocoo()
    other = both.row != both.col
    return both.row[other], both.col[other], both.data[other], np.asarray(bought.sum(axis=0)).ravel()


def _square(values: Any, i: Any, j: Any, size: int) -> Any:
    return sp.csr_matrix((values, (i, j)), shape=(size, size))
