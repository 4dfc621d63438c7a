from __future__ import annotations

import pyarrow as pa
import pytest

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.satisfaction.portfolio import satisfaction_portfolio

TABLE = pa.table(
    {
        "customer": ["a", "b", "c", "d", "e", "f"],
        "satisfaction": [5, 2, 4, 1, None, 3],
        "value": [900.0, 800.0, 100.0, 50.0, 70.0, None],
    }
)


def test_quarters_by_hand():
    found = satisfaction_portfolio(TABLE, satisfaction_bound=4)
    assert found.value_bound == 450
    assert dict(zip(*(found.customers.column(name).to_pylist() for name in ("customer", "quarter")), strict=True)) == {
        "a": "keep",
        "b": "win back",
        "c": "grow",
        "d": "keep lean",
    }
    assert found.left_out == 2
    assert found.quarters.column("customers").to_pylist() == [1, 1, 1, 1]
    assert sum(found.quarters.column("share_of_value").to_pylist()) == pytest.approx(1)


def test_who_is_on_the_bound_is_above():
    found = satisfaction_portfolio(TABLE, satisfaction_bound=5, value_bound=900)
    assert found.customers.column("quarter").to_pylist()[0] == "keep"


def test_nobody():
    with pytest.raises(UnfitData, match="No customer"):
        satisfaction_portfolio(TABLE.slice(4), satisfaction_bound=4)
