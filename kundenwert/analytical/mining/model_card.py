"""What every fitted model says about itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class HoldoutCheck:
    """Predictions for a time that the model has not seen, beside two that need no model."""

    periods: float
    """Length of the holdout, in the model's unit of time."""
    customers: int
    actual: float
    """Purchases that were made in the holdout."""
    predicted: float
    mean_absolute_error: float
    """Per customer; so are the next two."""
    heuristic_error: float
    """Of "as often as before" (frequency / T × periods)."""
    zero_error: float
    """Of "nobody buys again"."""
    correlation: float
    """Pearson, between predicted and actual purchases of the customers."""


@dataclass(frozen=True)
class ModelCard:
    """What was fitted on what, and how far to trust it."""

    model: str
    """Such as `BG/NBD`."""
    source: str
    """Paper or standard."""
    customers: int
    """Number of customers (or contracts, rows) it was fitted on."""
    parameters: Mapping[str, float]
    standard_errors: Mapping[str, float] = field(default_factory=dict)
    """By parameter; empty where they cannot be had."""
    log_likelihood: float | None = None
    period_from: date | None = None
    period_to: date | None = None
    unit: str = ""
    """Of time: day, week or month."""
    holdout: HoldoutCheck | None = None
    notes: Sequence[str] = ()
    """What a reader should know before using it, in whole sentences."""
