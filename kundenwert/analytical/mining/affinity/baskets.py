"""How often products are bought together: counts of sets of one to three, as Ibis expressions."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import ibis

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns

from .exact import least_count

MINIMUM_ORDERS = 10
Item = Any
"""A product: a value of the product column."""


@dataclass(frozen=True)
class BasketCounts:
    """Orders that hold each frequent set of products; the sets are sorted tuples."""

    orders: int
    least: int
    """The smallest count that was kept."""
    counts: dict[tuple[Item, ...], int]


def count_baskets(
    table: Any, *, order: str, product: str, min_support: Fraction, min_count: int = 2, max_size: int = 3
) -> BasketCounts:
    """The frequent sets of a table with one row per order and product (more rows for the same count once).

    Sets with fewer orders than min_support × orders, or than min_count, are left out; a set can only be frequent
    where all its parts are (Agrawal and Srikant 1994), so each step joins what the one before has left. Rows without
    order or product do not count. Raises UnfitData for fewer than 10 orders.
    """
    source = as_ibis(table)
    need_columns(source, (order, product))
    lines = source.select(order=order, product=product).drop_null(["order", "product"]).distinct()
    orders = int(lines.order.nunique().execute())
    if orders < MINIMUM_ORDERS:
        raise UnfitData(
            f"{orders} orders are too few to say what is bought together.", needed=f"at least {MINIMUM_ORDERS} orders"
        )
    least = max(min_count, least_count(orders, min_support))
    singles = lines.group_by(a=lines.product).aggregate(n=ibis._.count()).filter(ibis._.n >= least)
    counts = _fetch(singles, 1)
    if max_size >= 2:
        lines = lines.semi_join(singles, lines.product == singles.a)
        a, b = lines.select("order", a="product"), lines.view().select("order", b="product")
        both = a.join(b, [a.order == b.order, a.a < b.b]).select("order", "a", "b")
        pairs = both.group_by("a", "b").aggregate(n=ibis._.count()).filter(ibis._.n >= least)
        counts |= _fetch(pairs, 2)
    if max_size >= 3:
        both = both.semi_join(pairs, ["a", "b"])
        left, right = both, both.view().select("order", "a", c="b")
        three = left.join(right, [left.order == right.order, left.a == right.a, left.b < right.c]).select("a", "b", "c")
        triples = three.group_by("a", "b", "c").aggregate(n=ibis._.count()).filter(ibis._.n >= least)
        counts |= _fetch(triples, 3)
    return BasketCounts(orders, least, counts)


def _fetch(sets: ibis.Table, size: int) -> dict[tuple[Item, ...], int]:
    fetched = sets.to_pyarrow()
    columns = [fetched.column(name).to_pylist() for name in "abc"[:size]]
    return dict(zip(zip(*columns, strict=True), fetched.column("n").to_pylist(), strict=True))
