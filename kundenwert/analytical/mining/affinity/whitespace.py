"""Cross-sell whitespace: product groups that similar customers buy and this one does not, yet."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import ibis
import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from kundenwert.analytical.mining.affinity.exact import Threshold, exact
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.model_card import ModelCard
from kundenwert.analytical.mining.tables import as_ibis, need_columns

MINIMUM_CUSTOMERS = 50
MOST_RANGES = 20_000
"""Different sets of groups that can be compared with each other."""
_CHUNK = 1_000


@dataclass(frozen=True)
class Whitespace:
    """Gaps in the ranges of the customers, the best first."""

    gaps: Any
    """Arrow: customer, group, similar (customers compared), buyers (of those), share, spend (mean of those buyers),
    expected (share × spend)."""
    groups: tuple[Any, ...]
    card: ModelCard

    def by_group(self) -> Any:
        """Arrow: group, customers with this gap, expected spend; the largest first."""
        totals = self.gaps.group_by("group").aggregate([("expected", "count"), ("expected", "sum")])
        totals = totals.rename_columns(["group", "customers", "expected"])
        return totals.sort_by([("expected", "descending"), ("group", "ascending")])


def find_whitespace(
    purchases: Any, *, customer: str = "customer", group: str = "group", amount: str = "amount",
    similarity: Threshold = Fraction(1, 2), min_share: Threshold = Fraction(3, 10), min_similar: int = 20,
) -> Whitespace:  # fmt: skip
    """Finds the groups that at least `min_share` of the similar customers buy and the customer does not.

    Two customers are similar for a group where the Jaccard index of their other groups (those both buy / those
    either buys) is at least `similarity`; with fewer than `min_similar` of them nothing is said. A group counts as
    bought where the sum of its amounts is positive, so what was sent back is not bought. Customers enter as
    distinct ranges with counts, so the work grows with the number of ranges. Raises UnfitData for fewer than 50
    customers, one group alone, or over 20,000 different ranges.
    """
    near, least = exact(similarity), exact(min_share)
    spent = _spent(purchases, customer, group, amount)
    customers, own = np.unique(spent["customer"], return_inverse=True)
    groups, column = np.unique(spent["group"], return_inverse=True)
    if len(customers) < MINIMUM_CUSTOMERS:
        raise UnfitData(f"{len(customers)} customers are too few.", needed=f"at least {MINIMUM_CUSTOMERS} customers")
    if len(groups) < 2:
        raise UnfitData("All customers buy the one product group there is.", needed="at least two product groups")
    has = np.zeros((len(customers), len(groups)), dtype=bool)
    has[own, column] = True
    ranges, of_customer, count = np.unique(has, axis=0, return_inverse=True, return_counts=True)
    of_customer = of_customer.ravel()
    if len(ranges) > MOST_RANGES:
        raise UnfitData(
            f"The customers buy {len(ranges)} different sets of {len(groups)} product groups.",
            needed=f"coarser product groups, with at most {MOST_RANGES} different sets",
        )
    spend = np.zeros(ranges.shape)
    np.add.at(spend, (of_customer[own], column), spent["amount"])
    similar, buyers, money = _compare(ranges, count, spend, near)
    fits = ~ranges & (similar >= min_similar) & (buyers > 0)
    fits &= buyers * least.denominator >= similar * least.numerator
    row, gap = np.nonzero(fits[of_customer])
    range_ = of_customer[row]
    near_count, near_buyers = similar[range_, gap], buyers[range_, gap]
    mean = money[range_, gap] / near_buyers
    gaps = pa.table(
        {
            "customer": customers[row].tolist(), "group": groups[gap].tolist(),
            "similar": near_count, "buyers": near_buyers, "share": near_buyers / near_count,
            "spend": mean, "expected": mean * near_buyers / near_count,
        }
    ).sort_by([("expected", "descending"), ("customer", "ascending"), ("group", "ascending")])  # fmt: skip
    card = ModelCard(
        model="Cross-sell whitespace", source="Jaccard neighbourhoods on product groups", customers=len(customers),
        parameters={
            "groups": len(groups), "ranges": len(ranges), "similarity": float(near), "min_share": float(least),
            "min_similar": min_similar, "gaps": gaps.num_rows,
        },
        notes=("Expected spend is what similar customers spend on the group, times the share of them that buy it.",),
    )  # fmt: skip
    return Whitespace(gaps, tuple(groups.tolist()), card)


def _spent(purchases: Any, customer: str, group: str, amount: str) -> dict[str, NDArray[Any]]:
    source = as_ibis(purchases)
    need_columns(source, (customer, group, amount))
    lines = source.select(customer=customer, group=group, amount=source[amount].cast("float64")).drop_null()
    spent = lines.group_by("customer", "group").aggregate(amount=lines.amount.sum()).filter(ibis._.amount > 0)
    fetched = spent.to_pyarrow().sort_by([("customer", "ascending"), ("group", "ascending")])
    return {
        "customer": np.array(fetched.column("customer").to_pylist()),
        "group": np.array(fetched.column("group").to_pylist()),
        "amount": fetched.column("amount").to_numpy(),
    }


def _compare(
    ranges: NDArray[np.bool_], count: NDArray[np.int64], spend: NDArray[np.float64], near: Fraction
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Per range and group it lacks: similar customers, those of them who buy the group, and what they spend on it.

    The group in question is left out of the comparison; only the other customer can have it, so the union of a
    buyer is smaller by one.
    """
    whole = ranges.astype(np.float64)
    size = whole.sum(axis=1)
    owners, lacking = whole * count[:, None], (1 - whole) * count[:, None]
    top, bottom = near.numerator, near.denominator
    parts = []
    for start in range(0, len(ranges), _CHUNK):
        mine = whole[start : start + _CHUNK]
        both = mine @ whole.T
        either = mine.sum(axis=1)[:, None] + size[None, :] - both
        buys = (both * bottom >= (either - 1) * top).astype(np.float64)
        lacks = (both * bottom >= either * top).astype(np.float64)
        parts.append((buys @ owners, lacks @ lacking, buys @ spend))
    bought, without, money = (np.concatenate([part[index] for part in parts]) for index in range(3))
    return np.rint(bought + without).astype(np.int64), np.rint(bought).astype(np.int64), money
