"""How long contracts last, as they were seen: Kaplan-Meier, and what drives it: Cox."""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import CensoredData, ecdf

from ..errors import UnfitData
from ..model_card import ModelCard
from ..value.customer_arrays import Floats, counts

FEWEST_ENDED = 10


@dataclass(frozen=True)
class SurvivalCurve:
    """Kaplan-Meier: a step function that falls at `times`."""

    times: Floats
    """At which contracts ended, rising."""
    share: Floats
    """Of contracts still running just after each of them."""
    low: Floats
    high: Floats
    """Confidence limits of the share at `level` (log-log, so within 0 and 1)."""
    level: float
    card: ModelCard

    def survival(self, t: ArrayLike) -> Floats:
        """Share still running at t; after the last contract seen, the last share."""
        return np.asarray(
            np.concatenate([[1.0], self.share])[np.searchsorted(self.times, counts("t", t), side="right")]
        )

    @property
    def median(self) -> float | None:
        """When half the contracts have ended; None where more than half still run."""
        ended = np.flatnonzero(self.share <= 0.5)
        return float(self.times[ended[0]]) if len(ended) else None


@dataclass(frozen=True)
class HazardRatio:
    """How one figure changes the risk that a contract ends: 1.2 is 20 % more for each unit more."""

    ratio: float
    low: float
    high: float
    p_value: float


@dataclass(frozen=True)
class Cox:
    """Proportional hazards; ratios by name of the figure."""

    ratios: Mapping[str, HazardRatio]
    concordance: float
    """Share of pairs of contracts of which the model knows which ends first; 0.5 is guessing."""
    card: ModelCard


def kaplan_meier(duration: ArrayLike, ended: ArrayLike, *, level: float = 0.95, unit: str = "month") -> SurvivalCurve:
    """Share of contracts still running by age. E. L. Kaplan, P. Meier, JASA 53 (1958) 457-481.

    duration: age of each contract at its end or today; ended: whether it ended. Raises UnfitData where fewer than ten
    contracts ended.
    """
    ages, over = _contracts(duration, ended)
    found = ecdf(CensoredData(uncensored=ages[over], right=ages[~over])).sf
    falls = np.isin(found.quantiles, ages[over])
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # limits at a share of 0 or 1, filled below
        limits = found.confidence_interval(confidence_level=level, method="log-log")
    share = found.probabilities[falls]
    low, high = (
        np.where(np.isfinite(limit.probabilities[falls]), limit.probabilities[falls], share)
        for limit in (limits.low, limits.high)
    )
    card = ModelCard("Kaplan-Meier", "Kaplan and Meier (1958), JASA 53, 457-481", len(ages), {}, unit=unit)
    return SurvivalCurve(found.quantiles[falls], share, low, high, level, card)


def cox(
    figures: Mapping[str, ArrayLike], duration: ArrayLike, ended: ArrayLike, *, unit: str = "month"
) -> Cox:  # fmt: skip
    """What makes contracts end sooner. D. R. Cox, Journal of the Royal Statistical Society B 34 (1972) 187-220.

    figures: by name, one number per contract. Raises UnfitData where fewer than ten contracts ended per figure, or a
    figure does not vary or follows from others; ImportError without lifelines.
    """
    lifelines, pandas = _lifelines()
    ages, over = _contracts(duration, ended, needed=FEWEST_ENDED * max(len(figures), 1))
    columns = {name: np.asarray(values, dtype=np.float64) for name, values in figures.items()}
    if not columns or any(column.shape != ages.shape or not np.all(np.isfinite(column)) for column in columns.values()):
        raise ValueError("figures must be named, finite and as many as contracts")
    flat = [name for name, column in columns.items() if np.ptp(column) == 0]
    if flat:
        raise UnfitData(f"{', '.join(flat)} does not vary.", needed="figures in which contracts differ")
    table = pandas.DataFrame({f"x{i}": column for i, column in enumerate(columns.values())})
    table["duration"], table["ended"] = ages, over
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = lifelines.CoxPHFitter().fit(table, "duration", "ended")
        except (lifelines.exceptions.ConvergenceError, np.linalg.LinAlgError) as problem:
            reason = "The search for hazard ratios did not settle: a figure follows from others or parts the contracts."
            raise UnfitData(reason, needed="figures that do not say the same thing twice") from problem
    summary = found.summary
    ratios = {
        name: HazardRatio(*(float(value) for value in summary.loc[f"x{i}", _COLUMNS]))
        for i, name in enumerate(columns)
    }  # fmt: skip
    card = ModelCard(
        model="Cox proportional hazards",
        source="Cox (1972), Journal of the Royal Statistical Society B 34, 187-220",
        customers=len(ages),
        parameters={name: ratio.ratio for name, ratio in ratios.items()},
        standard_errors={name: float(summary.loc[f"x{i}", "se(coef)"]) for i, name in enumerate(columns)},
        log_likelihood=float(found.log_likelihood_),
        unit=unit,
        notes=("Parameters are hazard ratios; standard errors are those of their logarithms.",),
    )
    return Cox(ratios, float(found.concordance_index_), card)


_COLUMNS = ["exp(coef)", "exp(coef) lower 95%", "exp(coef) upper 95%", "p"]


def _lifelines() -> tuple[Any, Any]:
    try:
        return importlib.import_module("lifelines"), importlib.import_module("pandas")
    except ImportError as missing:
        raise ImportError("Cox regression needs lifelines: pip install 'kundenwert[survival]'") from missing


def _contracts(duration: ArrayLike, ended: ArrayLike, needed: int = FEWEST_ENDED) -> tuple[Floats, np.ndarray]:
    ages, over = counts("duration", duration), np.asarray(ended, dtype=bool)
    if ages.ndim != 1 or ages.shape != over.shape:
        raise ValueError("duration and ended must have one entry per contract")
    if over.sum() < needed:
        raise UnfitData(
            f"Only {int(over.sum())} of {len(ages):,} contracts ended.", needed=f"at least {needed} that did"
        )
    return ages, over
