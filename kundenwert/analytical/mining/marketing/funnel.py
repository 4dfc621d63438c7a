"""How many get from stage to stage, and how long they take."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ibis
import numpy as np
from numpy.typing import NDArray

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.intervals import Estimate, share
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

DAY = 86_400.0


@dataclass(frozen=True)
class Stage:
    """One stage and the step to the next."""

    name: str
    reached: int
    """Cases that got here, or further."""
    of_start: Estimate
    """Share of the cases that reached the first stage."""
    to_next: Estimate | None
    """Share of these that reached the next stage; None for the last stage, or where nobody got here."""
    days: tuple[float, float, float] | None
    """Quartiles of the days to the next stage, of those with both dates; None without any."""


@dataclass(frozen=True)
class Funnel:
    """Stages from first to last."""

    stages: tuple[Stage, ...]
    cases: int
    out_of_order: int
    """Steps whose dates run backwards: they count as reached, not for the times."""

    @property
    def conversion(self) -> Estimate:
        """From the first stage to the last."""
        return self.stages[-1].of_start

    @property
    def narrowest(self) -> Stage | None:
        """The stage that loses the largest share of its cases."""
        steps = [stage for stage in self.stages if stage.to_next is not None]
        return min(steps, key=lambda stage: stage.to_next.value if stage.to_next else 1.0, default=None)


def measure_funnel(
    events: Any, stages: Sequence[str], *, case: str = "case", stage: str = "stage", date: str = "date",
    level: float = 0.95,
) -> Funnel:  # fmt: skip
    """From a table with a row per case and stage it entered; the first entry of a stage counts.

    A case that reached a stage has passed all earlier ones, recorded or not. Shares carry Wilson intervals, times
    are days from first entry to first entry. Rows of other stages, or with a gap, are left out. Raises UnfitData
    where no row is left, ValueError for fewer than two stages or one named twice.
    """
    if len(stages) < 2 or len(set(stages)) < len(stages):
        raise ValueError("a funnel takes at least two different stages")
    source = as_ibis(events)
    need_columns(source, (case, stage, date))
    rows = source.select(case=case, stage=stage, date=source[date].cast("timestamp")).drop_null()
    rows = rows.filter(rows.stage.isin(list(stages)))
    first = rows.group_by("case").aggregate(
        **{f"s{place}": rows.date.min(where=rows.stage == name) for place, name in enumerate(stages)}
    )
    wide = to_arrow(first.select(*[ibis._[f"s{place}"].epoch_seconds() for place in range(len(stages))]))
    if not wide.num_rows:
        raise UnfitData("No row has one of the stages.", needed=f"rows with the stages {', '.join(stages)}")
    seconds = np.column_stack([column.to_numpy().astype(float) for column in wide.columns])
    return _funnel(seconds, stages, level)


def _funnel(seconds: NDArray[np.float64], stages: Sequence[str], level: float) -> Funnel:
    entered = np.isfinite(seconds)
    furthest = entered.shape[1] - 1 - entered[:, ::-1].argmax(axis=1)
    reached = [int((furthest >= place).sum()) for place in range(len(stages))]
    made, backwards = [], 0
    for place, name in enumerate(stages):
        last = place == len(stages) - 1
        step = np.empty(0) if last else (seconds[:, place + 1] - seconds[:, place]) / DAY
        step = step[np.isfinite(step)]
        backwards += int((step < 0).sum())
        step = step[step >= 0]
        made.append(
            Stage(
                name,
                reached[place],
                share(reached[place], reached[0], level=level),
                None if last or not reached[place] else share(reached[place + 1], reached[place], level=level),
                _quartiles(step) if len(step) else None,
            )
        )
    return Funnel(tuple(made), len(seconds), backwards)


def _quartiles(days: NDArray[np.float64]) -> tuple[float, float, float]:
    low, middle, high = np.quantile(days, [0.25, 0.5, 0.75])
    return float(low), float(middle), float(high)
