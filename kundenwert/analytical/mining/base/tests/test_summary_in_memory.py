from __future__ import annotations

import math
from datetime import UTC, date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.summary import customer_summary
from kundenwert.analytical.mining.base.summary_in_memory import summary_in_memory
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import to_arrow

from .cdnow import cdnow

BOTH = PurchaseColumns(amount="amount", margin="margin")
money = st.one_of(
    st.none(), st.integers(-3000, 20_000).map(lambda cents: cents / 100), st.sampled_from([0.0, math.nan, math.inf])
)
purchase = st.tuples(
    st.sampled_from(["a", "b", "c", " c", "", " \t", None]),
    st.one_of(st.none(), st.dates(date(1969, 11, 1), date(1970, 3, 31))),
    money,
    money,
)
UNITS = ["day", "week", "month"]


def table(rows, customer="string"):
    types = (pa.type_for_alias(customer), pa.date32(), pa.float64(), pa.float64())
    names = ("customer", "date", "amount", "margin")
    return pa.table({name: pa.array([row[i] for row in rows], types[i]) for i, name in enumerate(names)})


def close(found: pa.Table, wanted: pa.Table) -> None:
    assert found.schema.equals(wanted.schema)
    found, wanted = found.sort_by("customer"), wanted.sort_by("customer")
    for name in wanted.column_names:
        if pa.types.is_floating(wanted.schema.field(name).type):
            np.testing.assert_allclose(found[name].to_numpy(), wanted[name].to_numpy(), rtol=1e-9, atol=1e-9)
        else:
            assert found[name].to_pylist() == wanted[name].to_pylist()


@settings(max_examples=60, deadline=None)
@given(
    rows=st.lists(purchase, min_size=1, max_size=25), unit=st.sampled_from(UNITS), merge=st.sampled_from(UNITS),
    last=st.sampled_from([None, date(1970, 2, 28), datetime(1970, 3, 30, 12, tzinfo=UTC)]),
    calibration=st.sampled_from([None, date(1970, 1, 14)]), free=st.booleans(),
    columns=st.sampled_from([BOTH, PurchaseColumns(amount="amount"), PurchaseColumns()]),
)  # fmt: skip
def test_equal_to_the_summary_in_sql(rows, unit, merge, last, calibration, free, columns) -> None:
    options = {"unit": unit, "merge": merge, "until": last, "calibration_until": calibration, "free_counts": free}
    purchases = table(rows)
    close(summary_in_memory(purchases, columns, **options), to_arrow(customer_summary(purchases, columns, **options)))


@pytest.mark.parametrize("customer", ["int32", "int64", "uint64", "float64", "large_string"])
def test_customers_of_any_type(customer) -> None:
    names = [3, 1, 3, None, 2, 1] if customer != "large_string" else ["3", "1", "3", None, "2", "1"]
    rows = [(name, date(2024, 1, 1 + at), 5.0, None) for at, name in enumerate(names)]
    found = summary_in_memory(table(rows, customer), BOTH)
    assert [float(name) for name in found["customer"].to_pylist()] == [3.0, 1.0, 2.0]
    assert found["purchases"].to_pylist() == [2, 2, 1]
    assert found["margin"].to_pylist() == [0.0, 0.0, 0.0]


def test_frames_times_and_decimals() -> None:
    rows = {
        "customer": ["a", "a", "b"],
        "date": [datetime(2024, 1, day, 23, 30, tzinfo=UTC) for day in (1, 8, 8)],
        "amount": [Decimal("10.10"), Decimal("20.20"), Decimal("0.01")],
    }
    columns = PurchaseColumns(amount="amount")
    for purchases in (pa.table(rows), pl.DataFrame(rows), pd.DataFrame(rows)):
        found = summary_in_memory(purchases, columns)
        assert found["last"].to_pylist() == [date(2024, 1, 8)] * 2
        assert found["monetary_value"].to_pylist() == pytest.approx([20.2, 0.0])


def test_the_papers_table(real_file) -> None:
    """CDNOW as Fader, Hardie and Lee (2005) have it: 39 weeks, 2,357 customers, 2,457 repeats."""
    purchases, columns = cdnow(real_file("cdnow/CDNOW_sample.txt")), PurchaseColumns(amount="amount")
    options = {"until": date(1998, 6, 30), "calibration_until": date(1997, 9, 30)}
    found = summary_in_memory(purchases, columns, **options)
    close(found, to_arrow(customer_summary(purchases, columns, **options)))
    assert (found.num_rows, sum(found["frequency"].to_pylist())) == (2357, 2457)


def test_refusals() -> None:
    rows = table([("a", date(2024, 1, 1), 1.0, None)])
    with pytest.raises(UnfitData, match="no column 'umsatz'"):
        summary_in_memory(rows, PurchaseColumns(amount="umsatz"))
    with pytest.raises(UnfitData, match="no dates"):
        summary_in_memory(rows, PurchaseColumns(date="amount"))
    with pytest.raises(ValueError, match="after calibration_until"):
        summary_in_memory(rows, BOTH, until=date(2024, 1, 1), calibration_until=date(2024, 1, 1))
    assert summary_in_memory(rows.slice(0, 0), BOTH).num_rows == 0
