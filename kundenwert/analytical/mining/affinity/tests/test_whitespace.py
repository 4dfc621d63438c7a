from __future__ import annotations

from fractions import Fraction

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.affinity.whitespace import find_whitespace
from kundenwert.analytical.mining.errors import UnfitData


def table(ranges, amount=10.0):
    rows = [(number, group, amount + number % 7) for number, groups in enumerate(ranges) for group in groups]
    return pa.table({"customer": [r[0] for r in rows], "group": [r[1] for r in rows], "amount": [r[2] for r in rows]})


def by_hand(ranges, near, share, least):
    found = {}
    for me, mine in enumerate(ranges):
        for group in {g for groups in ranges for g in groups} - mine:
            others = [
                number
                for number, other in enumerate(ranges)
                if Fraction(len(mine & (other - {group})), len(mine | (other - {group}))) >= near
            ]
            buyers = [number for number in others if group in ranges[number]]
            if len(others) >= least and buyers and Fraction(len(buyers), len(others)) >= share:
                spend = sum(10.0 + number % 7 for number in buyers) / len(buyers)
                found[me, group] = (len(others), len(buyers), pytest.approx(spend))
    return found


@settings(max_examples=12, deadline=None)
@given(
    st.lists(st.sets(st.sampled_from("ABCDE"), min_size=1), min_size=50, max_size=60),
    st.sampled_from([Fraction(1, 3), Fraction(1, 2), Fraction(2, 3), Fraction(1)]),
    st.sampled_from([Fraction(1, 5), Fraction(1, 2)]),
)
def test_agrees_with_a_count_by_hand(ranges, near, share):
    if len(set().union(*ranges)) < 2:
        return
    found = find_whitespace(table(ranges), similarity=near, min_share=share, min_similar=5).gaps.to_pydict()
    got = {
        (customer, group): (similar, buyers, spend)
        for customer, group, similar, buyers, spend in zip(
            *(found[name] for name in ("customer", "group", "similar", "buyers", "spend")), strict=True
        )
    }
    assert got == by_hand(ranges, near, share, 5)


def test_the_best_gap_comes_first_and_groups_add_up():
    ranges = [{"A", "B"}] * 45 + [{"A", "B", "C"}] * 20 + [{"A"}] * 35
    found = find_whitespace(table(ranges))
    expected = found.gaps.column("expected").to_pylist()
    assert expected == sorted(expected, reverse=True)
    assert sum(found.by_group().column("expected").to_pylist()) == pytest.approx(sum(expected))
    # 100 customers are similar to those with A alone (A is half of A, B without C or better), 65 of them buy B
    row = next(row for row in found.gaps.to_pylist() if row["customer"] == 99)
    assert (row["group"], row["similar"], row["buyers"]) == ("B", 100, 65)


def test_what_was_sent_back_is_not_bought():
    kept = table([{"A", "B"}] * 40 + [{"A"}] * 20)
    returned = pa.table({"customer": [0], "group": ["B"], "amount": [-10.0]})
    found = find_whitespace(pa.concat_tables([kept, returned]))
    assert 0 in found.gaps.column("customer").to_pylist()
    assert 1 not in found.gaps.column("customer").to_pylist()


def test_unfit():
    with pytest.raises(UnfitData, match="49 customers"):
        find_whitespace(table([{"A", "B"}] * 49))
    with pytest.raises(UnfitData, match="one product group"):
        find_whitespace(table([{"A"}] * 50))
    with pytest.raises(UnfitData, match="no column 'group'"):
        find_whitespace(pa.table({"customer": [1], "amount": [1.0]}))
