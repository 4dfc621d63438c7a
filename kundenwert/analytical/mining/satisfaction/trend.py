"""Whether satisfaction rises or falls."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Any, Literal

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy import stats

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.intervals import Estimate
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

from .scores import MINIMUM_ANSWERS, SCORES

MINIMUM_PERIODS = 3
_ROUNDING = 1e-9
Unit = Literal["week", "month", "quarter", "year"]


@dataclass(frozen=True)
class ScoreTrend:
    """A score per period, and its change from period to period."""

    periods: Any
    """Arrow: period (its first day), n, value, low, high."""
    slope: Estimate
    """Change per period; n is the number of periods."""
    left_out: int
    """Answers in periods with fewer than 10 of them."""

    @property
    def direction(self) -> Literal["rising", "falling", "no clear change"]:
        """What the interval of the slope allows to say."""
        if self.slope.low > 0:
            return "rising"
        return "falling" if self.slope.high < 0 else "no clear change"


def score_trend(
    answers: Any, *, score: Literal["nps", "csat", "ces"], date: str = "date", answer: str = "answer",
    unit: Unit = "quarter", level: float = 0.95,
) -> ScoreTrend:  # fmt: skip
    """From a table with a row per answer. Periods with fewer than 10 answers are left out.

    The slope is a least-squares line through the scores of the periods, each weighed by 1 / variance as its interval
    tells; the variances count as known, so the interval is a normal one (fixed-effect meta-regression). Raises
    UnfitData for fewer than three periods.
    """
    source = as_ibis(answers)
    need_columns(source, (date, answer))
    step: Any = {"week": "W", "month": "M", "quarter": "Q", "year": "Y"}[unit]
    rows = source.select(period=source[date].cast("date").truncate(step), answer=source[answer].cast("float64"))
    table = to_arrow(rows.drop_null().order_by(["period", "answer"]))
    periods = table.column("period").to_numpy().astype("datetime64[D]")
    values = table.column("answer").to_numpy()
    kept: list[tuple[np.datetime64, Estimate]] = []
    left_out = 0
    for period in np.unique(periods):
        chosen = values[periods == period]
        if len(chosen) < MINIMUM_ANSWERS:
            left_out += len(chosen)
        else:
            kept.append((period, SCORES[score](chosen, level=level)))
    if len(kept) < MINIMUM_PERIODS:
        raise UnfitData(
            f"Only {len(kept)} periods have at least {MINIMUM_ANSWERS} answers.",
            needed=f"{MINIMUM_PERIODS} such periods, or longer periods",
        )
    starts = np.array([period for period, _found in kept])
    found = [estimate for _period, estimate in kept]
    made = pa.table(
        {
            "period": starts.tolist(),
            **{name: [getattr(one, name) for one in found] for name in ("n", "value", "low", "high")},
        }
    )
    return ScoreTrend(made, _slope(_places(starts, unit), found, level), left_out)


def _places(starts: NDArray[np.datetime64], unit: Unit) -> NDArray[np.float64]:
    """Periods since the first, gaps included."""
    months = starts.astype("datetime64[M]").astype(float)
    counted: NDArray[np.float64] = (
        starts.astype(float) / 7 if unit == "week" else months / {"month": 1, "quarter": 3, "year": 12}[unit]
    )
    return np.asarray(counted - counted[0], dtype=np.float64)


def _slope(place: NDArray[np.float64], found: list[Estimate], level: float) -> Estimate:
    z = float(stats.norm.ppf((1 + level) / 2))
    error = np.array([(one.high - one.low) / (2 * z) for one in found])
    known = bool(error.max() == 0)  # in each period all answered alike: the scores are what they are
    # one such period alone: half of the smallest other error keeps its weight finite
    weight = np.ones(len(found)) if known else np.maximum(error, error[error > 0].min() / 2) ** -2.0
    middle = np.average(place, weights=weight)
    spread = float(np.sum(weight * (place - middle) ** 2))
    slope = float(np.sum(weight * (place - middle) * np.array([one.value for one in found])) / spread)
    half = _ROUNDING if known else z / sqrt(spread)
    return Estimate(slope, slope - half, slope + half, level, len(found))
