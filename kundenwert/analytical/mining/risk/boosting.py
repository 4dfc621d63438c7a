"""Gradient boosting on a matrix with gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
ROUNDS = 200
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 5,
    "min_data_in_leaf": 20,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
}
"""Many small trees: customer tables have few rows and much noise."""


@dataclass(frozen=True)
class Boosting:
    """Trees of LightGBM (Ke et al. 2017)."""

    booster: Any

    def score(self, X: Floats) -> Floats:
        """Log odds."""
        return np.asarray(self.booster.predict(X, raw_score=True, num_threads=1), dtype=np.float64)

    def contributions(self, X: Floats) -> Floats:
        """Rows × columns: Shapley values of the trees (Lundberg and Lee 2017) in log odds."""
        return np.asarray(self.booster.predict(X, pred_contrib=True, num_threads=1), dtype=np.float64)[:, :-1]


def fit_boosting(X: Floats, y: NDArray[np.int64], *, seed: int = 0) -> Boosting:
    """200 rounds of trees with five leaves; the same for the same seed."""
    return Boosting(lightgbm.train({**PARAMETERS, "seed": seed}, lightgbm.Dataset(X, y), ROUNDS))
