"""Where the profit of a customer comes from, year by year.

F. F. Reichheld: The Loyalty Effect (1996), chapter 2, figure 2-3; F. F. Reichheld, W. E. Sasser: Zero Defections,
Harvard Business Review 68 (1990) 105-111: after the cost of winning them, loyal customers bring base profit, growth of
purchases, savings in serving them, referrals, and a price premium.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]
SOURCES = ("acquisition_cost", "base_profit", "growth", "cost_saving", "referral_value", "price_premium")


@dataclass(frozen=True)
class CustomerYear:
    """What one customer, or the average of a cohort, did in one year since being won; money in one unit."""

    volume: float
    """Units bought, or any measure of volume at a constant price."""
    price: float
    """Paid per unit, on average."""
    unit_cost: float
    """Of goods, per unit."""
    service_cost: float
    """Of serving the customer that year: sales, support, handling."""
    referral_value: float = 0.0
    """Profit of customers won on this one's word, less what was paid for it."""


@dataclass(frozen=True)
class LifeCycleProfit:
    """A row a year; the sources of each year add up to its profit."""

    table: pa.Table
    """year (0: being won), the six sources, profit, retention, discounted, cumulative."""
    total: float
    """Discounted, and counted as far as the customer stays."""
    payback_year: int | None
    """The first year at whose end the cumulative profit covers the acquisition cost; None if none does."""
    by_source: dict[str, float]
    """The total, by source."""


def life_cycle_profit(
    acquisition_cost: float, years: Sequence[CustomerYear], *, rate: float = 0.0, retention: ArrayLike = 1.0
) -> LifeCycleProfit:  # fmt: skip
    """Splits each year's profit by comparing it with the customer's first year.

    Base profit: the first year's margin less its cost of service, every year. Growth: more volume, at the first year's
    price. Price premium: a higher price, on the volume now bought, less a rise of unit cost. Cost saving: service that
    costs less per unit of volume than in the first year; what more volume costs in service at the first year's rate is
    taken from growth. The five add up to the year's profit exactly.

    retention: share of customers who are still there in each year (one figure, or one a year; as from `survival`), by
    which the year counts; rate: yearly discount, year k by (1 + rate)^-k. ValueError for impossible figures.
    """
    if not years:
        raise ValueError("there must be at least one year")
    columns = np.array([[y.volume, y.price, y.unit_cost, y.service_cost, y.referral_value] for y in years], float)
    stays = np.broadcast_to(np.asarray(retention, dtype=np.float64), (len(years),))
    figures = np.concatenate([columns.ravel(), stays, [acquisition_cost, rate]])
    if not np.all(np.isfinite(figures)) or np.any(columns[:, :4] < 0) or acquisition_cost < 0 or rate < 0:
        raise ValueError("figures must be finite; volumes, prices, costs and rate must not be negative")
    if np.any((stays < 0) | (stays > 1)):
        raise ValueError("retention must lie between 0 and 1")
    sources = np.zeros((len(years) + 1, len(SOURCES)))
    sources[0, 0] = -acquisition_cost
    sources[1:, 1:] = _sources(columns)
    weight = np.concatenate([[1.0], stays * (1 + rate) ** -np.arange(1.0, len(years) + 1)])
    profit = sources.sum(axis=1)
    discounted = profit * weight
    cumulative = np.cumsum(discounted)
    table = pa.table(
        {
            "year": np.arange(len(years) + 1),
            **dict(zip(SOURCES, sources.T.copy(), strict=True)),
            "profit": profit,
            "retention": np.concatenate([[1.0], stays]),
            "discounted": discounted,
            "cumulative": cumulative,
        }
    )
    by_source = dict(zip(SOURCES, map(float, weight @ sources), strict=True))
    return LifeCycleProfit(table, float(cumulative[-1]), _first(cumulative), by_source)


def _sources(columns: Floats) -> Floats:
    volume, price, unit_cost, service, referral = columns.T
    base = volume[0] * (price[0] - unit_cost[0]) - service[0]
    # a first year with next to no volume says nothing about service per unit
    per_unit = service[0] / volume[0] if volume[0] > max(volume.max() * 1e-6, 1e-100) else 0.0
    more = volume - volume[0]
    growth = more * (price[0] - unit_cost[0] - per_unit)
    premium = volume * (price - price[0] - (unit_cost - unit_cost[0]))
    saving = service[0] + more * per_unit - service
    return np.stack([np.full(len(volume), base), growth, saving, referral, premium], axis=1)


def _first(cumulative: Floats) -> int | None:
    covered = np.flatnonzero(cumulative >= 0)
    return int(covered[0]) if len(covered) else None


@dataclass(frozen=True)
class AcquisitionReturn:
    """Whether winning customers pays."""

    value_to_cost: float | None
    """Lifetime value to acquisition cost; above 3 is commonly called healthy. None where winning costs nothing."""
    payback_periods: float | None
    """Until the profit covers the cost, the last period in proportion; None if it never does."""


def acquisition_return(lifetime_value: float, acquisition_cost: float, profits: ArrayLike) -> AcquisitionReturn:
    """lifetime_value: before acquisition cost; profits: of each period since being won, in order (not discounted)."""
    earned = np.cumsum(np.asarray(profits, dtype=np.float64))
    if not (math.isfinite(lifetime_value) and math.isfinite(acquisition_cost) and np.all(np.isfinite(earned))):
        raise ValueError("value, cost and profits must be finite")
    if acquisition_cost < 0:
        raise ValueError("acquisition cost must not be negative")
    ratio = lifetime_value / acquisition_cost if acquisition_cost > 0 else None
    if acquisition_cost == 0:
        return AcquisitionReturn(ratio, 0.0)
    covered = np.flatnonzero(earned >= acquisition_cost)
    if not len(covered):
        return AcquisitionReturn(ratio, None)
    last = int(covered[0])
    before = float(earned[last - 1]) if last else 0.0
    return AcquisitionReturn(ratio, last + (acquisition_cost - before) / (float(earned[last]) - before))
