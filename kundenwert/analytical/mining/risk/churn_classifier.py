"""Churn where it is known who has left: contracts, subscriptions, closed accounts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .classifier import OutcomeClassifier, fit_classifier


def fit_churn_classifier(
    table: Any, *, churned: str, positive: Any = True, features: Sequence[str] | None = None,
    leave_out: Sequence[str] = (), folds: int = 10, seed: int = 0,
) -> OutcomeClassifier:  # fmt: skip
    """Probability of leaving, from a table with a row per customer and a column that says who has left.

    Features must be known before a customer leaves: a reason for leaving, or a last invoice, gives the outcome
    away. See `fit_classifier` for how it is fitted and what is refused.

    >>> fit_churn_classifier(customers, churned="Churn", positive="Yes", leave_out=["customerID"])  # doctest: +SKIP
    """
    return fit_classifier(
        table, outcome=churned, positive=positive, features=features, leave_out=leave_out, folds=folds, seed=seed,
        name="Churn",
    )  # fmt: skip
