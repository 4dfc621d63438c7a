from __future__ import annotations

import datetime as dt

import duckdb
import ibis
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

ROWS = {
    "customer": ["a", "b", None],
    "date": [dt.date(2024, 1, 1), dt.date(2024, 1, 2), None],
    "amount": [1.5, 2.0, None],
}


@pytest.mark.parametrize(
    "table",
    [
        pa.table(ROWS),
        pl.DataFrame(ROWS),
        pl.LazyFrame(ROWS),
        pl.DataFrame(ROWS).with_columns(pl.col("customer").cast(pl.Categorical)),
        pd.DataFrame(ROWS),
        duckdb.from_arrow(pa.table(ROWS)),
        ibis.memtable(pa.table(ROWS)),
    ],
    ids=["arrow", "polars", "lazy", "categorical", "pandas", "duckdb", "ibis"],
)
def test_any_table_gives_the_same_rows(table) -> None:
    found = to_arrow(as_ibis(table))
    assert found.to_pydict() == ROWS


def test_ibis_tables_stay_where_they_are() -> None:
    table = ibis.duckdb.connect().create_table("orders", pa.table(ROWS))
    assert as_ibis(table) is table


def test_a_day_is_the_day_of_the_time_zone() -> None:
    late = pa.array([dt.datetime(2024, 3, 1, 23, 30, tzinfo=dt.UTC)], pa.timestamp("us", tz="Europe/Berlin"))
    table = as_ibis(pa.table({"at": late}))
    assert to_arrow(table.select(day=table["at"].date()))["day"].to_pylist() == [dt.date(2024, 3, 2)]


@pytest.mark.parametrize("thing", [None, 7, "orders.csv", [1, 2], {"a": [1]}, pd.Series([1])])
def test_what_is_no_table_is_refused(thing) -> None:
    with pytest.raises(TypeError, match="A table of Ibis, Arrow, polars or pandas is needed"):
        as_ibis(thing)


def test_columns_of_mixed_objects_are_refused() -> None:
    with pytest.raises(TypeError, match="different types"):
        as_ibis(pd.DataFrame({"a": [1, "x", dt.date(2024, 1, 1)]}))


def test_missing_columns_are_named() -> None:
    with pytest.raises(UnfitData, match=r"no column 'menge', 'preis'.*among 'customer', 'date', 'amount'"):
        need_columns(as_ibis(pa.table(ROWS)), ("customer", "menge", "preis"))
    need_columns(as_ibis(pa.table(ROWS)), ("customer",))
