"""From the top of a likelihood to the fields of a fitted model."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np

from ..model_card import ModelCard
from .maximum_likelihood import Maximum


def fitted_fields(
    found: Maximum, names: Sequence[str], scales: Sequence[float], *, model: str, source: str, customers: int,
    log_likelihood: float, period: tuple[date, date] | None, unit: str = "", notes: Sequence[str] = (),
) -> dict[str, Any]:  # fmt: skip
    """Parameters (times `scales`, by which time or money was divided for the search), card, likelihood, covariance."""
    parameters = dict(zip(names, map(float, found.parameters * np.array(scales)), strict=True))
    card = ModelCard(
        model=model,
        source=source,
        customers=customers,
        parameters=parameters,
        standard_errors=found.standard_errors(names, np.array(scales)),
        log_likelihood=log_likelihood,
        period_from=period[0] if period else None,
        period_to=period[1] if period else None,
        unit=unit,
        notes=(*found.notes(names), *notes),
    )
    return {**parameters, "log_likelihood": log_likelihood, "card": card, "log_covariance": found.log_covariance}
