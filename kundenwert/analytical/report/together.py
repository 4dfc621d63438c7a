"""Products that are bought together, and what could be offered next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import pyarrow as pa
import pyarrow.compute as pc

from kundenwert.analytical.mining.affinity.rules import Rule, association_rules

from .reading import Purchases

SUPPORT = Fraction(1, 200)
CONFIDENCE = Fraction(3, 10)
SHOWN = 15


@dataclass(frozen=True)
class Together:
    """The strongest rules, and how the products are called."""

    rules: Sequence[Rule]
    found: int
    baskets: int
    labels: Mapping[str, str]

    def label(self, product: str) -> str:
        """The name of a product, its number where it has none."""
        return self.labels.get(product, product)


def bought_together(purchases: Purchases) -> Together:
    """Rules over orders; without order numbers over what a customer bought on one day. Raises UnfitData."""
    table = purchases.table
    if purchases.has("amount"):
        table = table.filter(pc.greater(table["amount"], 0))  # neither returns nor gifts are choices
    if not purchases.has("order"):
        table = table.filter(pc.is_valid(table["customer"]))
        basket = pc.binary_join_element_wise(table["customer"], pc.cast(table["date"], pa.string()), "|")
        table = table.append_column("order", basket)
    result = association_rules(
        table.select(["order", "product"]), min_support=SUPPORT, min_confidence=CONFIDENCE, min_lift=Fraction(3, 2),
        max_size=2,
    )  # fmt: skip
    pairs = {frozenset((*rule.antecedent, rule.consequent)): rule for rule in reversed(result.rules)}
    # Each pair once, in its surer direction.
    strongest = sorted(pairs.values(), key=lambda rule: (-rule.lift, -rule.count))
    return Together(strongest[:SHOWN], len(pairs), result.counts.orders, purchases.labels)
