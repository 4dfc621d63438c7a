from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.summary import customer_summary
from kundenwert.analytical.mining.base.tests.cdnow import cdnow
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.rfm import CELLS, rfm, rfm_cell
from kundenwert.analytical.mining.tables import to_arrow

START = date(2024, 1, 1)


def summary(lasts, purchases, amounts):
    return pa.table(
        {
            "customer": list(range(len(lasts))),
            "last": pa.array([START + timedelta(days=days) for days in lasts], pa.date32()),
            "purchases": pa.array(purchases, pa.int64()),
            "amount": pa.array(amounts, pa.float64()),
        }
    )


def classes(table, name):
    return dict(zip(*(to_arrow(table)[column].to_pylist() for column in ("customer", name)), strict=True))


def test_quintiles_of_ten() -> None:
    found = rfm(summary(range(10), [1, 1, 1, 1, 1, 1, 2, 3, 4, 5], [10.0 * n for n in range(10)]))
    assert list(classes(found, "r").values()) == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert list(classes(found, "f").values()) == [1, 1, 1, 1, 1, 1, 4, 4, 5, 5]
    assert classes(found, "rfm")[9] == 555
    assert classes(found, "cell")[9] == "Champions"
    assert classes(found, "cell")[0] == "Lost"


def test_all_125_cells_have_a_name() -> None:
    named = Counter(rfm_cell(r, f, m) for r in range(1, 6) for f in range(1, 6) for m in range(1, 6))
    assert set(named) == set(CELLS)
    assert named.total() == 125
    # Nobody is called worse for having bought later, or more.
    good = {"Champions": 4, "Loyal": 3, "Potential loyalist": 2}
    for value in range(1, 6):
        ranks = [good.get(rfm_cell(r, value, value), 0) for r in range(1, 6)]
        assert ranks == sorted(ranks)


def test_the_expression_names_as_the_function_does() -> None:
    for row in to_arrow(
        rfm(summary(range(40), [n * 7 % 11 for n in range(40)], [n * 13 % 17 for n in range(40)]))
    ).to_pylist():
        assert row["cell"] == rfm_cell(row["r"], row["f"], row["m"])


def test_missing_values_and_columns() -> None:
    found = rfm(summary([0, 1], [1, 2], [None, 5.0]))
    assert classes(found, "m") == {0: 1, 1: 1}
    without = rfm(summary([0, 1], [1, 2], [1.0, 5.0]).drop_columns("amount"))
    assert classes(without, "m") == classes(without, "f") == {0: 1, 1: 3}
    with pytest.raises(UnfitData, match="'profit'"):
        rfm(summary([0], [1], [1.0]), monetary="profit")
    assert to_arrow(rfm(summary([], [], []))).num_rows == 0


def test_cdnow(real_file) -> None:
    purchases = cdnow(real_file("cdnow/CDNOW_sample.txt"))
    found = to_arrow(rfm(customer_summary(purchases, PurchaseColumns(amount="amount"))))
    assert found.num_rows == 2357
    for name in ("r", "m"):
        counts = Counter(found[name].to_pylist())
        assert set(counts) == {1, 2, 3, 4, 5}
        assert all(abs(count - 2357 / 5) < 60 for count in counts.values())
    once = [
        f for f, purchases in zip(found["f"].to_pylist(), found["purchases"].to_pylist(), strict=True) if purchases == 1
    ]
    assert set(once) == {1}


money = st.integers(-500, 5000).map(lambda cents: cents / 100)
customers = st.lists(st.tuples(st.integers(0, 50), st.integers(1, 5), money), min_size=1, max_size=40)


@settings(max_examples=8, deadline=None)
@given(customers, st.sampled_from([0.01, 7.0, 1000.0]), st.randoms(use_true_random=False))
def test_as_counted_by_hand_in_any_order_and_currency(rows, factor, random) -> None:
    lasts, purchases, amounts = zip(*rows, strict=True)
    found = to_arrow(rfm(summary(lasts, purchases, amounts))).sort_by("customer")
    for name, values in (("r", lasts), ("f", purchases), ("m", amounts)):
        truth = [1 + 5 * sum(other < value for other in values) // len(values) for value in values]
        assert found[name].to_pylist() == truth
    order = random.sample(range(len(rows)), len(rows))
    changed = summary(lasts, purchases, [amount * factor for amount in amounts]).take(order)
    assert to_arrow(rfm(changed)).sort_by("customer")["rfm"].to_pylist() == found["rfm"].to_pylist()
