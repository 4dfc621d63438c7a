"""Up-sell candidates: customers whose product others have left for a dearer one of the same group."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import ibis

from kundenwert.analytical.mining.affinity.exact import Threshold, exact
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.model_card import ModelCard
from kundenwert.analytical.mining.tables import as_ibis, need_columns


@dataclass(frozen=True)
class UpSell:
    """Steps up that customers have taken, and who could take them next."""

    steps: Any
    """Arrow: group, product, dearer, buyers (of product), moved (bought dearer later), rate, price, dearer_price."""
    candidates: Any
    """Arrow: customer, group, product (their last), dearer, rate, gain (price difference), expected (rate × gain);
    one row per customer and group, the best first."""
    card: ModelCard


def find_up_sell(
    purchases: Any, *, customer: str = "customer", product: str = "product", group: str = "group",
    date: str = "date", price: str = "price", min_step: Threshold = Fraction(11, 10), min_moved: int = 5,
) -> UpSell:  # fmt: skip
    """Counts who bought a dearer product of the group after a cheaper one, and names those who have not yet.

    A table with a row per purchased unit price; a product's price is the median of the prices paid. "Dearer" is at
    least `min_step` times the price, "after" a later day than that of the first purchase of the cheaper one. Steps
    that fewer than `min_moved` customers took are left out. A candidate's product is the last that was bought in
    the group (the dearer one of a day). Raises UnfitData where no step is left.
    """
    source = as_ibis(purchases)
    need_columns(source, (customer, product, group, date, price))
    lines = source.select(
        customer=customer,
        product=product,
        group=group,
        day=source[date].cast("date"),
        price=source[price].cast("float64"),
    ).drop_null()
    lines = lines.filter(lines.price > 0)
    prices = lines.group_by("group", "product").aggregate(price=lines.price.median())
    met = lines.group_by("customer", "group", "product").aggregate(first=lines.day.min(), last=lines.day.max())
    met = met.join(prices, ["group", "product"]).select("customer", "group", "product", "first", "last", "price")
    steps = _steps(met, exact(min_step), min_moved)
    candidates = _candidates(met, steps)
    taken = steps.order_by([ibis.desc("rate"), "group", "product", "dearer"]).to_pyarrow()
    if not taken.num_rows:
        raise UnfitData(
            "Hardly any customer has moved to a dearer product of the same group.",
            needed=f"at least {min_moved} customers who did, for one pair of products",
        )
    fetched = candidates.order_by([ibis.desc("expected"), "customer", "group"]).to_pyarrow()
    card = ModelCard(
        model="Up-sell", source="Observed moves from a product to a dearer one of its group",
        customers=int(met.customer.nunique().execute()),
        parameters={
            "min_step": float(exact(min_step)), "min_moved": min_moved,
            "steps": taken.num_rows, "candidates": fetched.num_rows,
        },
        notes=("Rates say what customers did of themselves, not what an offer would change.",),
    )  # fmt: skip
    return UpSell(taken, fetched, card)


def _steps(met: ibis.Table, least: Fraction, min_moved: int) -> ibis.Table:
    buyers = met.group_by("group", "product").aggregate(buyers=ibis._.count())
    cheap = met.select("customer", "group", "product", "first", "price")
    dear = met.view().select("customer", "group", dearer="product", again="last", dearer_price="price")
    step = dear.dearer_price * least.denominator >= cheap.price * least.numerator
    moved = cheap.join(
        dear, [cheap.customer == dear.customer, cheap.group == dear.group, step, cheap.product != dear.dearer,
               dear.again > cheap.first]
    ).select("group", "product", "dearer", "price", "dearer_price")  # fmt: skip
    counted = moved.group_by("group", "product", "dearer", "price", "dearer_price").aggregate(moved=ibis._.count())
    counted = counted.filter(counted.moved >= min_moved).join(buyers, ["group", "product"])
    return counted.select(
        "group", "product", "dearer", "buyers", "moved", "price", "dearer_price",
        rate=counted.moved.cast("float64") / counted.buyers,
    )  # fmt: skip


def _candidates(met: ibis.Table, steps: ibis.Table) -> ibis.Table:
    window = ibis.window(
        group_by=["customer", "group"], order_by=[ibis.desc("last"), ibis.desc("price"), ibis.desc("product")]
    )
    now = (
        met.mutate(place=ibis.row_number().over(window))
        .filter(ibis._.place == 0)
        .select("customer", "group", "product")
    )
    could = now.join(steps, ["group", "product"]).select(
        "customer", "group", "product", "dearer", "rate", "price", "dearer_price"
    )
    has = met.view().select("customer", dearer="product")
    could = could.anti_join(has, ["customer", "dearer"])
    could = could.mutate(gain=could.dearer_price - could.price)
    could = could.mutate(expected=could.rate * could.gain)
    best = ibis.window(group_by=["customer", "group"], order_by=[ibis.desc("expected"), "dearer"])
    return (
        could.mutate(place=ibis.row_number().over(best))
        .filter(ibis._.place == 0)
        .select("customer", "group", "product", "dearer", "rate", "gain", "expected")
    )
