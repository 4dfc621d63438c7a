"""Segments of customers by figures: k-means or a Gaussian mixture, with a reason for their number."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from sklearn.cluster import KMeans
from sklearn.exceptions import ConvergenceWarning
from sklearn.metrics import silhouette_score
from sklearn.mixture import GaussianMixture
from threadpoolctl import threadpool_limits

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.features import read_columns
from kundenwert.analytical.mining.model_card import ModelCard
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

from .scaling import Scaling
from .stability import STABLE, adjusted_rand_stability

MINIMUM_CUSTOMERS = 100
_SAMPLE = 5_000
"""Customers that the number of segments is chosen on."""
_SILHOUETTE_SAMPLE = 2_000
_WEAK = 0.25
"""Kaufman and Rousseeuw (1990): a silhouette up to this shows no substantial structure."""
Method = Literal["k-means", "mixture"]
Floats = NDArray[np.float64]
Labels = NDArray[np.int64]


@dataclass(frozen=True)
class Candidate:
    """How one number of segments did."""

    k: int
    silhouette: float
    stability: float
    """Mean adjusted Rand index over bootstraps."""
    bic: float | None
    """Of the mixture; the lower the better."""


@dataclass(frozen=True)
class Segments:
    """Segments by falling size, from 0."""

    labels: Labels
    """Per row of the table; -1 where a feature is missing."""
    k: int
    features: tuple[str, ...]
    candidates: tuple[Candidate, ...]
    reason: str
    card: ModelCard
    scaling: Scaling
    assign: Callable[[Floats], Labels]

    def predict(self, table: Any) -> Labels:
        """Segment per row, -1 where a feature is missing."""
        return _label(_matrix(table, self.features), self.scaling, self.assign)

    def table(self) -> Any:
        """Arrow: segment, customers, share."""
        count = np.bincount(self.labels[self.labels >= 0], minlength=self.k)
        return pa.table({"segment": np.arange(self.k), "customers": count, "share": count / count.sum()})


def fit_segments(
    table: Any, features: Sequence[str], *, method: Method = "k-means", k: int | None = None, most: int = 8,
    seed: int = 0,
) -> Segments:  # fmt: skip
    """Finds segments on numeric features, one row per customer; skewed ones enter as logarithms, all standardised.

    Without `k`, each number from 2 to `most` is tried on up to 5,000 customers: of those whose segments come out
    again in bootstraps (mean adjusted Rand index of 0.7 or more), the best silhouette (Rousseeuw 1987) decides for
    k-means, the lowest BIC for the mixture. Raises UnfitData for fewer than 100 complete customers, or features
    with fewer than two different rows per segment.
    """
    X = _matrix(table, features)
    complete = X[~np.isnan(X).any(axis=1)]
    if len(complete) < MINIMUM_CUSTOMERS:
        raise UnfitData(
            f"{len(complete)} customers have all of {', '.join(features)}.",
            needed=f"at least {MINIMUM_CUSTOMERS} such customers",
        )
    different = len(np.unique(complete, axis=0))
    if different < 2 * (k or 2):
        raise UnfitData(
            f"The customers differ in {different} ways only.", needed="features with more values, or fewer segments"
        )
    scaling = Scaling.of(complete)
    Z = scaling.apply(complete)
    random = np.random.default_rng(seed)
    sample = Z[np.sort(random.choice(len(Z), _SAMPLE, replace=False))] if len(Z) > _SAMPLE else Z
    with threadpool_limits(1):
        tried = [k] if k else range(2, min(most, different // 2) + 1)
        candidates = [_try(method, number, sample, seed) for number in tried]
        best, reason = _choose(candidates, method, given=k is not None)
        assign = _ordered(_fit(method, best.k)(Z, seed), Z)
    labels = _label(X, scaling, assign)
    card = ModelCard(
        model=f"Segments ({method})",
        source="MacQueen (1967)" if method == "k-means" else "Dempster, Laird and Rubin (1977)",
        customers=len(complete),
        parameters={
            "k": best.k, "silhouette": best.silhouette, "stability": best.stability,
            **({} if best.bic is None else {"bic": best.bic}),
        },
        notes=_notes(reason, best, len(X) - len(complete), np.array(features)[scaling.log].tolist()),
    )  # fmt: skip
    return Segments(labels, best.k, tuple(features), tuple(candidates), reason, card, scaling, assign)


def _matrix(table: Any, features: Sequence[str]) -> Floats:
    source = as_ibis(table)
    need_columns(source, features)
    columns = read_columns(to_arrow(source.select(*features)), dict.fromkeys(features, "number"))
    return np.column_stack([column.values for column in columns]).astype(np.float64)


def _label(X: Floats, scaling: Scaling, assign: Callable[[Floats], Labels]) -> Labels:
    known = ~np.isnan(X).any(axis=1)
    labels = np.full(len(X), -1, dtype=np.int64)
    if known.any():
        labels[known] = assign(scaling.apply(X[known]))
    return labels


def _fit(method: Method, k: int) -> Callable[[Floats, int], Callable[[Floats], Labels]]:
    def fit(Z: Floats, seed: int) -> Callable[[Floats], Labels]:
        predict: Callable[[Floats], Labels] = _model(method, k, seed, Z).predict
        return predict

    return fit


def _model(method: Method, k: int, seed: int, Z: Floats) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # stability says what a poor fit would do
        if method == "k-means":
            return KMeans(k, n_init=5, random_state=seed).fit(Z)
        return GaussianMixture(k, reg_covar=1e-3, random_state=seed).fit(Z)


def _try(method: Method, k: int, Z: Floats, seed: int) -> Candidate:
    model = _model(method, k, seed, Z)
    labels = model.predict(Z)
    silhouette = -1.0
    if len(np.unique(labels)) > 1:
        size = min(_SILHOUETTE_SAMPLE, len(Z))
        silhouette = float(silhouette_score(Z, labels, sample_size=size if size < len(Z) else None, random_state=seed))
    stability = adjusted_rand_stability(_fit(method, k), Z, seed=seed).mean()
    return Candidate(k, silhouette, float(stability), float(model.bic(Z)) if method == "mixture" else None)


def _choose(candidates: Sequence[Candidate], method: Method, *, given: bool) -> tuple[Candidate, str]:
    if given:
        return candidates[0], f"{candidates[0].k} segments, as asked for."
    stable = [one for one in candidates if one.stability >= STABLE]
    best = max(stable or candidates, key=lambda one: one.silhouette if one.bic is None else -one.bic)
    if not stable:
        return best, f"No number of segments is stable; {best.k} separate the customers best, but do not rely on them."
    what = "the best separation" if method == "k-means" else "the best fit for their number of parameters"
    figure = f"silhouette {best.silhouette:.2f}" if best.bic is None else f"BIC {best.bic:.0f}"
    return best, (
        f"{best.k} segments have {what} ({figure}) of the {len(stable)} numbers tried whose segments come out again in"
        f" bootstraps (adjusted Rand index {best.stability:.2f})."
    )


def _ordered(predict: Callable[[Floats], Labels], Z: Floats) -> Callable[[Floats], Labels]:
    """Numbers the segments by falling size."""
    count = np.bincount(predict(Z))
    place = np.empty(len(count), dtype=np.int64)
    place[np.argsort(-count, kind="stable")] = np.arange(len(count))

    def assign(rows: Floats) -> Labels:
        found = predict(rows)
        return place[np.minimum(found, len(place) - 1)]

    return assign


def _notes(reason: str, best: Candidate, left_out: int, logs: Sequence[str]) -> tuple[str, ...]:
    notes = [reason]
    if best.silhouette <= _WEAK:
        notes.append("The segments are slices of one crowd rather than groups apart: their borders are a choice.")
    if best.stability < STABLE:
        notes.append("Other customers of the same kind would give other segments.")
    if logs:
        notes.append(f"As logarithms: {', '.join(logs)}.")
    if left_out:
        notes.append(f"{left_out} customers with a missing feature are in no segment.")
    return tuple(notes)
