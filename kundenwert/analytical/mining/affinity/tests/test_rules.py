from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import ibis
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.affinity.exact import exact, least_count
from kundenwert.analytical.mining.affinity.rules import association_rules
from kundenwert.analytical.mining.errors import UnfitData


def lines(baskets):
    rows = [(number, item) for number, basket in enumerate(baskets) for item in basket]
    return pa.table({"order": [row[0] for row in rows], "product": [row[1] for row in rows]})


def counted(baskets, size):
    return Counter(items for basket in baskets for items in combinations(sorted(set(basket)), size))


EIGHT_OF_TEN = [["bread", "milk"]] * 8 + [["bread"]] * 2 + [["beer"]] * 10


@pytest.mark.parametrize("threshold", [Fraction(8, 10), Decimal("0.8"), 0.8, "0.8", "80 %", "4/5"])
def test_exactly_eight_in_ten_passes(threshold):
    found = association_rules(lines(EIGHT_OF_TEN), min_confidence=threshold, min_support=Fraction(4, 10))
    rules = {(rule.antecedent, rule.consequent): rule for rule in found.rules}
    rule = rules[("bread",), "milk"]
    assert rule.confidence == Fraction(8, 10)
    assert rule.support == Fraction(4, 10)
    assert rule.lift == Fraction(8 * 20, 10 * 8)


def test_just_above_fails():
    found = association_rules(lines(EIGHT_OF_TEN), min_confidence=Fraction(8, 10) + Fraction(1, 10**30))
    assert (("bread",), "milk") not in {(rule.antecedent, rule.consequent) for rule in found.rules}


def test_a_float_means_what_was_typed():
    assert exact(0.3) == Fraction(3, 10)
    assert least_count(10, exact(0.3)) == 3
    assert least_count(10, exact("0.31")) == 4
    with pytest.raises(ValueError, match="negative"):
        exact(-1)


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), min_size=10, max_size=30),
    st.sampled_from([Fraction(1, 10), Fraction(1, 5), Fraction(1, 3)]),
    st.sampled_from([Fraction(1, 2), Fraction(2, 3), Fraction(4, 5)]),
)
def test_agrees_with_an_exact_count(baskets, support, confidence):
    baskets = [basket for basket in baskets if basket]
    n = len(baskets)
    if n < 10:
        return
    count = counted(baskets, 1) + counted(baskets, 2) + counted(baskets, 3)
    wanted = {}
    for items, number in count.items():
        for right in items:
            left = tuple(item for item in items if item != right)
            if left and number >= 2 and Fraction(number, n) >= support and Fraction(number, count[left]) >= confidence:
                wanted[left, right] = (number, count[left], count[right,])
    found = association_rules(lines(baskets), min_support=support, min_confidence=confidence, min_lift=0)
    got = {
        (rule.antecedent, rule.consequent): (rule.count, rule.antecedent_count, rule.consequent_count)
        for rule in found.rules
    }
    assert got == wanted


def test_any_library_gives_the_same():
    table = lines(EIGHT_OF_TEN)
    wanted = association_rules(table).table()
    for other in (table.to_pandas(), pl.from_arrow(table), ibis.memtable(table)):
        assert association_rules(other).table().equals(wanted)


def test_repeated_lines_and_gaps_count_once():
    table = lines([["a", "b", "a"]] * 6 + [["a"]] * 6)
    holes = pa.table({"order": [None, 3], "product": ["b", None]}, schema=table.schema)
    found = association_rules(pa.concat_tables([table, holes]), min_lift=0)
    assert {(rule.antecedent, rule.consequent, rule.count) for rule in found.rules} == {
        (("a",), "b", 6),
        (("b",), "a", 6),
    }
    assert found.for_product("b")[0].confidence == 1


def test_few_orders_are_refused():
    with pytest.raises(UnfitData, match="9 orders"):
        association_rules(lines([["a", "b"]] * 9))


def test_no_rule_is_an_empty_table():
    table = association_rules(lines([["a"], ["b"]] * 10)).table()
    assert table.num_rows == 0
    assert table.column_names == ["antecedent", "consequent", "orders", "support", "confidence", "lift"]


def test_online_retail_against_a_count_by_hand(real_file):
    raw = pd.read_csv(real_file("online_retail/online_retail.csv"), usecols=["InvoiceNo", "StockCode"], dtype=str)
    raw = raw[~raw["InvoiceNo"].str.startswith("C")]
    found = association_rules(
        raw, order="InvoiceNo", product="StockCode", min_support=Fraction(1, 50), min_confidence=Fraction(6, 10)
    )
    baskets = raw.groupby("InvoiceNo")["StockCode"].agg(set)
    assert len(found.rules) >= 5
    for rule in found.rules:
        left = [basket for basket in baskets if basket.issuperset(rule.antecedent)]
        both = sum(rule.consequent in basket for basket in left)
        assert (rule.antecedent_count, rule.count) == (len(left), both)
        assert both * 10 >= len(left) * 6
