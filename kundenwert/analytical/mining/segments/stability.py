"""Whether segments would come out again with other customers of the same kind."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import adjusted_rand_score

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
STABLE = 0.7
"""Adjusted Rand index from which segments count as stable."""


def adjusted_rand_stability(
    fit: Callable[[Floats, int], Callable[[Floats], Labels]], X: Floats, *, rounds: int = 10, seed: int = 0
) -> NDArray[np.float64]:
    """Adjusted Rand indices (Hubert and Arabie 1985) between segments of the rows and of bootstraps of them.

    `fit(rows, seed)` gives a function that puts rows into segments. Each round fits it on rows drawn with
    replacement, and compares what it says of all rows with what a fit on all rows says (Hennig 2007): 1 is the
    same, 0 is chance.
    """
    random = np.random.default_rng(seed)
    reference = fit(X, seed)(X)
    indices = np.empty(rounds)
    for turn in range(rounds):
        drawn = X[random.integers(0, len(X), len(X))]
        indices[turn] = adjusted_rand_score(reference, fit(drawn, seed + turn + 1)(X))
    return indices
