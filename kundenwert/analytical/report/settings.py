"""What a report is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kundenwert.analytical.mining.base.summary import Unit

BUYING_MODELS = ("bg_nbd", "pareto_nbd", "mbg_nbd")
MODELS = (*BUYING_MODELS, "gamma_gamma")


@dataclass(frozen=True)
class Settings:
    """The assumptions behind the figures; they stand in the report."""

    until: date | None = None
    """End of observation; the last date of the file where None."""
    calibration_until: date | None = None
    """Models know nothing after this day; what came then shows how good they are."""
    unit: Unit = "week"
    margin: float = 1.0
    """Share of an amount that is margin, where the file has no column of margins; 1: value is revenue."""
    discount: float = 0.1
    """Per year."""
    years: float = 3.0
    """How far into the future value is counted."""
    models: Sequence[str] = MODELS
    currency: str = ""
