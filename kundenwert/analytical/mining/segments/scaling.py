"""Features on one footing: logarithm where they are skewed, then standardised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from scipy import stats

Floats = NDArray[np.float64]
SKEWED = 1.0


@dataclass(frozen=True)
class Scaling:
    """One value per feature."""

    log: NDArray[np.bool_]
    unit: Floats
    """What the logarithm counts in; 1 for features without one."""
    mean: Floats
    scale: Floats

    @classmethod
    def of(cls, X: Floats) -> Self:
        """Takes log(1 + x / unit) of features without negative values and with a skewness over 1, as money has.

        The unit is the median of the values above 0, so that it does not matter whether money is in euros or cents.
        """
        spread = X.std(axis=0) > 0
        skew = np.array([stats.skew(column) if varied else 0.0 for column, varied in zip(X.T, spread, strict=True)])
        log = (X.min(axis=0) >= 0) & (skew > SKEWED)
        unit = np.array(
            [np.median(column[column > 0]) if chosen else 1.0 for column, chosen in zip(X.T, log, strict=True)]
        )
        plain = cls(log, unit, np.zeros(X.shape[1]), np.ones(X.shape[1])).apply(X)
        return cls(log, unit, plain.mean(axis=0), np.where(spread, plain.std(axis=0), 1.0))

    def apply(self, X: Floats) -> Floats:
        """Rows × features, mean 0 and deviation 1 over the rows it was made of."""
        plain = np.where(self.log, np.log1p(np.maximum(X, 0) / self.unit), X)
        return np.asarray((plain - self.mean) / self.scale, dtype=np.float64)
