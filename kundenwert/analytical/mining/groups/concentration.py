"""On how few customers a business rests: Lorenz curve and Gini coefficient."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ibis
import numpy as np
from numpy.typing import NDArray

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.distribution import as_number, distribution
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow


@dataclass(frozen=True)
class LorenzCurve:
    """Points (population, share) from (0, 0) to (1, 1): the poorest `population` of all have `share` of the figure."""

    population: NDArray[np.float64]
    share: NDArray[np.float64]
    gini: float
    """0: all alike, towards 1: one has everything. From all rows, not from these points."""
    members: int
    total: float

    def share_of_top(self, fraction: float) -> float:
        """What the largest `fraction` (0 to 1) of all make of the total, such as 0.8 for 0.2."""
        if not 0 <= fraction <= 1:
            raise ValueError("A fraction lies between 0 and 1")
        return float(1 - np.interp(1 - fraction, self.population, self.share))


def lorenz_curve(table: Any, figure: str, *, points: int = 100) -> LorenzCurve:
    """The curve of a figure over the rows of a table, thinned to about so many of its corners.

    G = 1 - Σ n_i (S_(i-1) + S_i) / (N S_N) over distinct values in ascending order (Gini 1914, trapezoids of the Lorenz
    curve), n_i rows each, S_i the sum up to them, without the correction n / (n - 1) for small samples. Values that are
    negative or NULL count as 0. Computed where the data are, in one query. Raises UnfitData where nothing is positive.
    """
    rows = as_ibis(table)
    need_columns(rows, [figure])
    number = as_number(rows[figure])
    spread = distribution(rows, ibis.ifelse(number > 0, number, 0.0))
    upto = spread.sum_below + spread.value * spread.members
    corners = spread.mutate(
        corner=((spread.below + spread.members) * points / spread.total_members).ceil().cast("int64"),
        upto=upto,
        trapezoid=spread.members * (spread.sum_below + upto),
    )
    found = to_arrow(
        corners.group_by("corner").aggregate(
            members=(corners.below + corners.members).max(),
            upto=corners.upto.max(),
            trapezoids=corners.trapezoid.sum(),
            total_members=corners.total_members.max(),
            total=corners.total.max(),
        ),
    )
    total = max(found["total"].to_pylist(), default=0.0)
    if not total > 0:
        raise UnfitData(f"No value of {figure!r} is positive.", needed="at least one positive value")
    count = found["total_members"][0].as_py()
    order = np.argsort(found["members"].to_numpy())
    population = found["members"].to_numpy()[order] / count
    share = np.minimum(found["upto"].to_numpy()[order] / total, 1.0)
    share[-1] = 1.0
    gini = 1 - found["trapezoids"].to_numpy().sum() / (count * total)
    return LorenzCurve(
        population=np.concatenate([[0.0], population]),
        share=np.concatenate([[0.0], share]),
        gini=float(min(max(gini, 0.0), 1.0)),
        members=count,
        total=float(total),
    )
