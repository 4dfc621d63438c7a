"""Association rules: who buys this, buys that."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

import pyarrow as pa

from kundenwert.analytical.mining.model_card import ModelCard

from .baskets import BasketCounts, Item, count_baskets
from .exact import Threshold, exact, reaches


@dataclass(frozen=True)
class Rule:
    """Orders that hold all of `antecedent` often hold `consequent` too."""

    antecedent: tuple[Item, ...]
    consequent: Item
    orders: int
    """All orders of the table."""
    count: int
    """Orders that hold both sides."""
    antecedent_count: int
    consequent_count: int

    @property
    def support(self) -> Fraction:
        """Share of all orders that hold both sides."""
        return Fraction(self.count, self.orders)

    @property
    def confidence(self) -> Fraction:
        """Of the orders with the antecedent, the share that hold the consequent."""
        return Fraction(self.count, self.antecedent_count)

    @property
    def lift(self) -> Fraction:
        """How many times as often as if both sides had nothing to do with each other."""
        return Fraction(self.count * self.orders, self.antecedent_count * self.consequent_count)


@dataclass(frozen=True)
class AssociationRules:
    """Rules by falling lift, then by falling count."""

    rules: tuple[Rule, ...]
    counts: BasketCounts
    card: ModelCard

    def table(self) -> Any:
        """Arrow: antecedent (list), consequent, orders with both, support, confidence, lift."""
        return pa.table(
            {
                "antecedent": [list(rule.antecedent) for rule in self.rules],
                "consequent": [rule.consequent for rule in self.rules],
                "orders": pa.array([rule.count for rule in self.rules], pa.int64()),
                "support": pa.array([float(rule.support) for rule in self.rules], pa.float64()),
                "confidence": pa.array([float(rule.confidence) for rule in self.rules], pa.float64()),
                "lift": pa.array([float(rule.lift) for rule in self.rules], pa.float64()),
            }
        )

    def for_product(self, product: Item) -> tuple[Rule, ...]:
        """The rules that start from this product alone."""
        return tuple(rule for rule in self.rules if rule.antecedent == (product,))


def association_rules(
    table: Any, *, order: str = "order", product: str = "product", min_support: Threshold = Fraction(1, 100),
    min_confidence: Threshold = Fraction(1, 2), min_lift: Threshold = 1, min_count: int = 2, max_size: int = 3,
) -> AssociationRules:  # fmt: skip
    """Rules with one product on the right and one or two on the left, from a table with a row per order and product.

    Agrawal, Imieliński and Swami (1993); Agrawal and Srikant (1994). A rule passes where support, confidence and
    lift are at least the thresholds, compared in whole numbers: a confidence of exactly 8 in 10 passes 0.8. Sets
    of fewer than `min_count` orders are anecdotes and give no rule. Raises UnfitData for fewer than 10 orders,
    ValueError for a max_size other than 2 or 3.
    """
    if max_size not in {2, 3}:
        raise ValueError("rules join two or three products")
    support, confidence, lift = exact(min_support), exact(min_confidence), exact(min_lift)
    counts = count_baskets(
        table, order=order, product=product, min_support=support, min_count=min_count, max_size=max_size
    )
    found = [rule for rule in _rules(counts) if _passes(rule, confidence, lift)]
    found.sort(key=lambda rule: (-rule.lift, -rule.count, str(rule.antecedent), str(rule.consequent)))
    card = ModelCard(
        model="Association rules",
        source="Agrawal and Srikant (1994), Fast algorithms for mining association rules",
        customers=counts.orders,
        parameters={
            "min_support": float(support), "min_confidence": float(confidence), "min_lift": float(lift),
            "least_orders": counts.least, "rules": len(found),
        },
        notes=(
            f"Counted over {counts.orders} orders, not customers; each product counts once an order.",
            "Rules say what is bought together, not that one product causes the other to be bought.",
        ),
    )  # fmt: skip
    return AssociationRules(tuple(found), counts, card)


def _rules(counts: BasketCounts) -> Iterator[Rule]:
    known = counts.counts
    for items, count in known.items():
        for left in combinations(items, len(items) - 1):
            if not left:
                continue
            (right,) = (item for item in items if item not in left)
            yield Rule(left, right, counts.orders, count, known[left], known[(right,)])


def _passes(rule: Rule, confidence: Fraction, lift: Fraction) -> bool:
    return reaches(rule.count, rule.antecedent_count, confidence) and reaches(
        rule.count * rule.orders, rule.antecedent_count * rule.consequent_count, lift
    )
