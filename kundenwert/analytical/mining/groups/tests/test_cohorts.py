from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.tests.cdnow import cdnow
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.cohorts import cohorts

COLUMNS = PurchaseColumns(amount="amount", margin="margin")


def table(rows):
    return pa.table(
        {
            "customer": pa.array([row[0] for row in rows], pa.int64()),
            "date": pa.array([row[1] for row in rows], pa.date32()),
            "amount": pa.array([row[2] for row in rows], pa.float64()),
            "margin": pa.array([row[2] / 2 for row in rows], pa.float64()),
        }
    )


ROWS = [
    (1, date(2023, 12, 1), -5.0),  # back before anything was bought
    (1, date(2024, 1, 5), 10.0),
    (1, date(2024, 1, 9), 20.0),
    (1, date(2024, 3, 1), 30.0),
    (2, date(2024, 1, 31), 40.0),
    (2, date(2024, 2, 1), -40.0),
    (3, date(2024, 2, 2), 50.0),
    (3, date(2024, 3, 3), 60.0),
    (4, date(2024, 2, 2), -9.0),
]


def test_triangle() -> None:
    found = cohorts(table(ROWS), COLUMNS, until=date(2024, 4, 15))
    assert found.cohorts == (date(2024, 1, 1), date(2024, 2, 1))
    assert found.sizes.tolist() == [2, 1]
    assert found.customers.tolist() == [[2, 0, 1, 0], [1, 1, 0, 0]]
    assert found.revenue.tolist() == [[65, -40, 30, 0], [50, 60, 0, 0]]
    assert found.margin.tolist() == [[32.5, -20, 15, 0], [25, 30, 0, 0]]
    assert found.observed.tolist() == [[True, True, True, True], [True, True, True, False]]
    assert found.rates().tolist() == [[1, 0, 0.5, 0], [1, 1, 0, 0]]
    assert found.rate_by_age().tolist() == pytest.approx([1, 1 / 3, 1 / 3, 0])


def test_quarters_without_money() -> None:
    found = cohorts(table(ROWS).select(["customer", "date"]), period="quarter", until=date(2024, 6, 1))
    assert found.cohorts == (date(2023, 10, 1), date(2024, 1, 1))
    assert found.customers.tolist() == [[1, 1, 0], [3, 0, 0]]
    assert (found.revenue, found.margin) == (None, None)


def test_refusal() -> None:
    with pytest.raises(UnfitData, match="no purchase"):
        cohorts(table(ROWS), COLUMNS, until=date(2023, 12, 31))


def test_cdnow(real_file) -> None:
    found = cohorts(cdnow(real_file("cdnow/CDNOW_sample.txt")), PurchaseColumns(amount="amount"))
    assert found.cohorts == (date(1997, 1, 1), date(1997, 2, 1), date(1997, 3, 1))  # CDNOW: first purchase in Q1 1997
    assert found.sizes.sum() == 2357
    assert found.customers.shape == (3, 18)
    assert found.revenue.sum() == pytest.approx(244_091.94)


purchase = st.tuples(
    st.integers(1, 6),
    st.integers(0, 400).map(lambda days: date(2023, 1, 1) + timedelta(days=days)),
    st.integers(-2000, 9000).map(lambda cents: cents / 100),
)


@settings(max_examples=15, deadline=None)
@given(st.lists(purchase, min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_nothing_gets_lost(rows, random) -> None:
    buyers = {customer for customer, _, amount in rows if amount >= 0}
    if not buyers:
        return
    found = cohorts(table(rows), COLUMNS)
    assert found.sizes.sum() == len(buyers)
    assert found.revenue.sum() == pytest.approx(
        sum(amount for customer, _, amount in rows if customer in buyers), abs=1e-6
    )
    assert not found.customers[~found.observed].any()
    assert np.all(found.customers <= found.sizes[:, None])
    assert np.all(np.isfinite(found.rate_by_age()))
    random.shuffle(rows)
    assert cohorts(table(rows), COLUMNS).customers.tolist() == found.customers.tolist()
