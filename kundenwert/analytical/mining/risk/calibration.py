"""From scores to probabilities that keep their word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.model_selection import StratifiedKFold

Floats = NDArray[np.float64]
INNER_FOLDS = 3


@dataclass(frozen=True)
class Platt:
    """P = 1 / (1 + exp(-(slope · score + intercept))), slope ≥ 0."""

    slope: float
    intercept: float

    def probability(self, score: Floats) -> Floats:
        """Of log odds."""
        return np.asarray(expit(self.slope * score + self.intercept), dtype=np.float64)


def fit_platt(score: Floats, y: NDArray[np.int64]) -> Platt:
    """Maximum likelihood with the smoothed targets of Platt (1999).

    A negative slope would mean that the scores are worth nothing: then it is 0, and the probability the base rate.
    """
    positive = int(y.sum())
    negative = len(y) - positive
    target = np.where(y == 1, (positive + 1) / (positive + 2), 1 / (negative + 2))

    def loss(given: Floats) -> tuple[float, Floats]:
        linear = given[0] * score + given[1]
        miss = expit(linear) - target
        return float(np.mean(np.logaddexp(0, linear) - target * linear)), np.array(
            [np.mean(miss * score), np.mean(miss)]
        )

    start = np.array([1.0, 0.0])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None), (None, None)])
    return Platt(float(found.x[0]), float(found.x[1]))


@dataclass(frozen=True)
class Calibrated:
    """A model with the calibration that its own out-of-fold scores ask for."""

    model: Any
    platt: Platt

    def probability(self, X: Floats) -> Floats:
        """One per row."""
        return self.platt.probability(self.model.score(X))


def fit_calibrated(fit: Callable[..., Any], X: Floats, y: NDArray[np.int64], *, seed: int) -> Calibrated:
    """Fits on all rows given; calibrates on scores of rows the scoring model has not seen (3 folds)."""
    score = np.empty(len(y))
    for train, test in StratifiedKFold(INNER_FOLDS, shuffle=True, random_state=seed).split(X, y):
        score[test] = fit(X[train], y[train], seed=seed).score(X[test])
    return Calibrated(fit(X, y, seed=seed), fit_platt(score, y))
