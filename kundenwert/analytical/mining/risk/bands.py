"""Risk bands: probabilities as words, with what they cost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

NAMES = ("low", "moderate", "high", "very high")
BOUNDS = (0.1, 0.3, 0.6)


@dataclass(frozen=True)
class RiskBands:
    """Customers by band."""

    band: NDArray[np.int64]
    """Per customer: index into names."""
    names: tuple[str, ...]
    table: Any
    """Arrow: band, low, high (bounds), customers, expected (to leave), value, value_at_risk (probability × value);
    the last two null where no value was given."""

    def words(self) -> list[str]:
        """The band of each customer."""
        return [self.names[index] for index in self.band]


def risk_bands(
    probability: Any, *, value: Any = None, bounds: Sequence[float] = BOUNDS, names: Sequence[str] = NAMES
) -> RiskBands:
    """Sorts customers into bands; who is on a bound belongs to the higher one.

    probability: one per customer, 0…1; value: what is lost with each, in money. Raises ValueError for probabilities
    outside 0…1, bounds that do not rise, or names that do not fit.
    """
    chance = np.asarray(probability, dtype=float)
    edges = np.asarray(bounds, dtype=float)
    if not np.all((chance >= 0) & (chance <= 1)):
        raise ValueError("probabilities must lie between 0 and 1")
    if len(names) != len(edges) + 1 or np.any(np.diff(edges) <= 0):
        raise ValueError("bounds must rise, and each band takes a name")
    band = np.searchsorted(edges, chance, side="right").astype(np.int64)
    n = len(names)
    worth = None if value is None else np.asarray(value, dtype=float)
    table = pa.table(
        {
            "band": list(names),
            "low": [0.0, *edges.tolist()],
            "high": [*edges.tolist(), 1.0],
            "customers": np.bincount(band, minlength=n),
            "expected": np.bincount(band, weights=chance, minlength=n),
            "value": pa.array([None] * n if worth is None else _sums(band, worth, n), pa.float64()),
            "value_at_risk": pa.array([None] * n if worth is None else _sums(band, worth * chance, n), pa.float64()),
        }
    )
    return RiskBands(band, tuple(names), table)


def _sums(band: NDArray[np.int64], weights: NDArray[np.float64], n: int) -> list[float]:
    return [float(part) for part in np.bincount(band, weights=weights, minlength=n)]
