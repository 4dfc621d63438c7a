"""A calibrated classifier for customers with a known outcome: boosting where it earns its keep, else logistic."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from threadpoolctl import threadpool_limits

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.features import Column, Encoder, guess_kinds, read_columns
from kundenwert.analytical.mining.model_card import ModelCard
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

from .boosting import fit_boosting
from .calibration import Calibrated, fit_calibrated
from .drivers import Driver, explain
from .logistic import fit_logistic

METHODS: Mapping[str, Callable[..., Any]] = {"logistic": fit_logistic, "boosting": fit_boosting}
MINIMUM_EACH = 50
"""Customers with, and without, the outcome."""
Floats = NDArray[np.float64]


@dataclass(frozen=True)
class MethodScore:
    """How one method did on rows it had not seen."""

    method: str
    auc: float
    """Mean over the folds."""
    auc_error: float
    """Standard error of that mean."""
    brier: float
    """Mean squared error of the calibrated probability."""
    calibration_error: float
    """Mean gap between probability and share, over ten groups of equal size (ECE)."""
    fold_auc: tuple[float, ...]


@dataclass(frozen=True)
class OutcomeClassifier:
    """Probability of the outcome per customer, and what speaks for it."""

    method: str
    compared: tuple[MethodScore, ...]
    base_rate: float
    card: ModelCard
    encoder: Encoder
    fitted: Calibrated
    typical: Mapping[str, Any]
    """Per feature: median, or most frequent level."""

    def predict(self, table: Any) -> Floats:
        """Probability per row, 0…1."""
        columns = self._columns(table)
        return self.fitted.probability(self.encoder.matrix(columns))

    def drivers(self, table: Any, *, top: int = 3) -> list[tuple[Driver, ...]]:
        """Per row: the features that move its probability most, the strongest first."""
        columns = self._columns(table)
        parts = self.fitted.model.contributions(self.encoder.matrix(columns)) * self.fitted.platt.slope
        return explain(parts, self.encoder.owner, columns, self.typical, top=top)

    def _columns(self, table: Any) -> tuple[Column, ...]:
        source = as_ibis(table)
        need_columns(source, self.encoder.kinds)
        return read_columns(to_arrow(source), self.encoder.kinds)


def fit_classifier(
    table: Any, *, outcome: str, positive: Any = True, features: Sequence[str] | None = None,
    leave_out: Sequence[str] = (), folds: int = 10, seed: int = 0, name: str = "Classifier",
) -> OutcomeClassifier:  # fmt: skip
    """Fits logistic regression and LightGBM, both calibrated (Platt), and keeps the better in cross-validation.

    `outcome` is the column with the label, `positive` its value for yes. All features are used by default but
    `leave_out` (customer numbers). Everything that learns (levels, means, weights, calibration) learns inside the
    training part of each fold; nothing is resampled. Boosting is kept only where its AUC is higher by over one
    standard error of the paired difference (Breiman et al. 1984). The order of rows and the seed decide the folds.
    Raises UnfitData for fewer than 50 customers with or without the outcome, or no feature that says anything.
    """
    source = as_ibis(table)
    need_columns(source, (outcome, *(features or ()), *leave_out))
    given = to_arrow(source.filter(source[outcome].notnull()))
    y = np.array([value == positive for value in given.column(outcome).to_pylist()], dtype=np.int64)
    if min(y.sum(), len(y) - y.sum()) < MINIMUM_EACH:
        raise UnfitData(
            f"{y.sum()} customers of {len(y)} have the outcome {positive!r}.",
            needed=f"at least {MINIMUM_EACH} customers with it and {MINIMUM_EACH} without",
        )
    wanted = [column for column in given.column_names if column != outcome] if features is None else list(features)
    kinds, useless = guess_kinds(given, [column for column in wanted if column not in leave_out])
    if not kinds:
        raise UnfitData("No column tells the customers apart.", needed="features with different values")
    columns = read_columns(given, kinds)
    with threadpool_limits(1):  # the matrices are small: more threads only wait for each other
        found = [_cross_validate(method, columns, y, folds, seed) for method in METHODS]
        best = _choose(found)
        encoder = Encoder.of(columns, np.arange(len(y)))
        fitted = fit_calibrated(METHODS[best.method], encoder.matrix(columns), y, seed=seed)
    card = ModelCard(
        model=f"{name} ({best.method})",
        source="LightGBM (Ke et al. 2017) against logistic regression; calibration after Platt (1999)",
        customers=len(y),
        parameters={
            "base_rate": float(y.mean()), "features": len(kinds), "folds": folds, "seed": seed, "brier": best.brier,
            "calibration_error": best.calibration_error, **{f"auc_{one.method}": one.auc for one in found},
        },
        standard_errors={f"auc_{one.method}": one.auc_error for one in found},
        notes=_notes(found, best, useless, float(y.mean())),
    )  # fmt: skip
    return OutcomeClassifier(best.method, tuple(found), float(y.mean()), card, encoder, fitted, _typical(columns))


def _cross_validate(method: str, columns: Sequence[Column], y: NDArray[np.int64], folds: int, seed: int) -> MethodScore:
    probability, auc = np.empty(len(y)), []
    for train, test in StratifiedKFold(folds, shuffle=True, random_state=seed).split(y, y):
        encoder = Encoder.of(columns, train)
        fitted = fit_calibrated(METHODS[method], encoder.matrix(columns, train), y[train], seed=seed)
        probability[test] = fitted.probability(encoder.matrix(columns, test))
        auc.append(float(roc_auc_score(y[test], probability[test])))
    groups = np.array_split(np.argsort(probability, kind="stable"), 10)
    gaps = [abs(probability[group].mean() - y[group].mean()) * len(group) for group in groups]
    return MethodScore(
        method,
        float(np.mean(auc)),
        float(np.std(auc, ddof=1) / np.sqrt(folds)),
        float(np.mean((probability - y) ** 2)),
        float(sum(gaps) / len(y)),
        tuple(auc),
    )


def _choose(found: Sequence[MethodScore]) -> MethodScore:
    plain, rich = found
    gain = np.array(rich.fold_auc) - np.array(plain.fold_auc)
    return rich if gain.mean() > gain.std(ddof=1) / np.sqrt(len(gain)) else plain


def _notes(found: Sequence[MethodScore], best: MethodScore, useless: Sequence[str], rate: float) -> tuple[str, ...]:
    reached = ", ".join(f"{one.method} {one.auc:.3f}" for one in found)
    notes = [
        f"AUC on customers it had not seen: {reached} (0.5 is drawing lots, 1 is certain).",
        f"Brier score {best.brier:.4f}; saying {rate:.1%} for everybody would give {rate * (1 - rate):.4f}.",
    ]
    if best.auc - 2 * best.auc_error <= 0.5:
        notes.append("The features tell hardly anything about the outcome: do not act on single customers.")
    if useless:
        notes.append(f"Columns that say nothing were left out: {', '.join(useless)}.")
    return tuple(notes)


def _typical(columns: Sequence[Column]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for column in columns:
        if column.kind == "number":
            made[column.name] = float(np.nanmedian(column.values))
        else:
            names, counts = np.unique([value for value in column.values if value is not None], return_counts=True)
            made[column.name] = str(names[counts.argmax()])
    return made
