"""Logistic regression on a matrix with gaps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Logistic:
    """Weights on standardised columns; a gap is the mean, so it moves nothing."""

    mean: Floats
    scale: Floats
    weights: Floats
    intercept: float

    def score(self, X: Floats) -> Floats:
        """Log odds."""
        return np.asarray(self._standard(X) @ self.weights + self.intercept, dtype=np.float64)

    def contributions(self, X: Floats) -> Floats:
        """Rows × columns: how far each column moves the log odds from those of an average customer."""
        return np.asarray(self._standard(X) * self.weights, dtype=np.float64)

    def _standard(self, X: Floats) -> Floats:
        return np.nan_to_num((X - self.mean) / self.scale)


def fit_logistic(X: Floats, y: NDArray[np.int64], *, seed: int = 0) -> Logistic:
    """L2-penalised with C = 1 on standardised columns (Hastie, Tibshirani and Friedman 2009, 4.4.4)."""
    known = ~np.isnan(X)
    count = np.maximum(known.sum(axis=0), 1)
    mean = np.where(known, X, 0).sum(axis=0) / count
    scale = np.sqrt((np.where(known, X - mean, 0) ** 2).sum(axis=0) / count)
    scale[scale == 0] = 1
    found = LogisticRegression(max_iter=1000).fit(np.nan_to_num((X - mean) / scale), y)
    return Logistic(mean, scale, found.coef_[0], float(found.intercept_[0]))
