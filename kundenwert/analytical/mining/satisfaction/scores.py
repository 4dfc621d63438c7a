"""NPS, CSAT and CES with their margin of error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.intervals import Estimate, mean, share

MINIMUM_ANSWERS = 10


def nps(answers: Any, *, level: float = 0.95) -> Estimate:
    """Net promoter score, -100…100, from answers 0…10: share of 9 and 10 less share of 0 to 6 (Reichheld 2003).

    The interval is the adjusted Wald interval of Bonett and Price (2012) for the difference of two shares of the
    same people: one promoter and one detractor are added, so it has a width even where all answer alike. Raises
    UnfitData for fewer than 10 answers or one off the scale; gaps (None, NaN) are left out.
    """
    given = _answers(answers, 0, 10)
    n = len(given)
    promoters, detractors = int((given >= 9).sum()), int((given <= 6).sum())
    up, down = (promoters + 1) / (n + 2), (detractors + 1) / (n + 2)
    z = float(stats.norm.ppf((1 + level) / 2))
    half = z * sqrt((up + down - (up - down) ** 2) / (n + 2))
    value = (promoters - detractors) / n
    low, high = min(up - down - half, value), max(up - down + half, value)
    return Estimate(100 * value, 100 * max(low, -1.0), 100 * min(high, 1.0), level, n)


def csat(answers: Any, *, scale: int = 5, satisfied: int = 4, level: float = 0.95) -> Estimate:
    """Share of satisfied customers, 0…1: answers 1…scale of at least `satisfied`; Wilson (1927) interval.

    Errors as for `nps`.
    """
    given = _answers(answers, 1, scale)
    return share(int((given >= satisfied).sum()), len(given), level=level)


def ces(answers: Any, *, scale: int = 7, level: float = 0.95) -> Estimate:
    """Customer effort score (Dixon, Freeman and Toman 2010): mean of answers 1…scale, high is easy.

    Student's t interval, kept on the scale. Errors as for `nps`.
    """
    found = mean(_answers(answers, 1, scale), level=level)
    return Estimate(found.value, max(found.low, 1.0), min(found.high, float(scale)), level, found.n)


SCORES: Mapping[str, Callable[..., Estimate]] = {"nps": nps, "csat": csat, "ces": ces}


def _answers(answers: Any, low: int, high: int) -> NDArray[np.float64]:
    values: NDArray[np.float64] = np.array([np.nan if answer is None else answer for answer in answers], dtype=float)
    values = values[~np.isnan(values)]
    off = int(((values < low) | (values > high)).sum())
    if off:
        raise UnfitData(f"{off} answers are not between {low} and {high}.", needed=f"answers from {low} to {high}")
    if len(values) < MINIMUM_ANSWERS:
        raise UnfitData(f"{len(values)} answers are too few for a score.", needed=f"at least {MINIMUM_ANSWERS} answers")
    return np.asarray(values, dtype=np.float64)
