"""The same expressions on Spark: equal results to the last bits of a sum."""

from __future__ import annotations

import os
import shutil
from datetime import date, timedelta

import ibis
import pyarrow as pa
import pytest

from kundenwert.analytical.mining.base.compressed import sufficient_statistics
from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.quality import data_quality
from kundenwert.analytical.mining.base.summary import customer_summary
from kundenwert.analytical.mining.groups.abc import abc
from kundenwert.analytical.mining.groups.abc_xyz import abc_xyz
from kundenwert.analytical.mining.groups.cohorts import cohorts
from kundenwert.analytical.mining.groups.concentration import lorenz_curve
from kundenwert.analytical.mining.groups.retention import revenue_retention
from kundenwert.analytical.mining.groups.rfm import rfm
from kundenwert.analytical.mining.tables import to_arrow

COLUMNS = PurchaseColumns(amount="amount", margin="margin")
START = date(2024, 1, 1)
CUSTOMERS = ("a", "b", "c", " v", "v", "", " \t", None)
"""Among them what Ibis's strip on Spark takes for blank."""
AMOUNTS = (10.0, 19.99, 0.0, -5.0, 7.25, float("nan"), float("inf"), None, 120.5, 3.1)


def rows() -> pa.Table:
    found = [
        (
            CUSTOMERS[n % 8 if n % 3 else n % 5],
            None if n % 29 == 0 else START + timedelta(days=(n * n * 7) % 181),
            AMOUNTS[n * 7 % 10],
            n % 11 - 3.5,
        )
        for n in range(240)
    ]
    found += [("returns only", START, -4.0, 0.0), ("early return", START, -4.0, 0.0), ("early return", START, 9.0, 0.0)]
    found += [("early return", START - timedelta(days=9), -1.0, 0.0)]
    types = {"customer": pa.string(), "date": pa.date32(), "amount": pa.float64(), "margin": pa.float64()}
    return pa.table(
        {name: pa.array(values, types[name]) for name, values in zip(types, zip(*found, strict=True), strict=True)}
    )


@pytest.fixture(scope="module")
def spark(tmp_path_factory):
    pyspark = pytest.importorskip("pyspark.sql", reason="pyspark is not installed (extra: spark)")
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        pytest.skip("pyspark needs Java")
    folder = tmp_path_factory.mktemp("spark")
    session = (
        pyspark.SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .config("spark.driver.extraJavaOptions", f"-Dderby.system.home={folder}")
        # A zone with summer time, in which days are not always of 24 hours.
        .config("spark.sql.session.timeZone", "Europe/Berlin")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def purchases(spark, tmp_path_factory):
    import pyarrow.parquet as pq

    path = tmp_path_factory.mktemp("tables") / "purchases.parquet"
    pq.write_table(rows(), path)
    spark.read.parquet(str(path)).createOrReplaceTempView("purchases")
    return ibis.pyspark.connect(spark).table("purchases")


def same(spark, duck) -> None:
    one, other = (to_arrow(table).sort_by("customer") for table in (spark, duck))
    assert one.num_rows > 4
    assert one.schema.names == other.schema.names
    for name in other.schema.names:
        expected = other[name].to_pylist()
        if pa.types.is_floating(other.schema.field(name).type):
            expected = pytest.approx(expected, rel=1e-12, abs=1e-12)
        assert one[name].to_pylist() == expected, name


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    "options",
    [
        {},
        {"calibration_until": date(2024, 4, 15), "median": True},
        {"merge": "week", "calibration_until": date(2024, 4, 17), "until": date(2024, 6, 20)},
        {"merge": "month", "unit": "month", "free_counts": False},
    ],
    ids=["plain", "holdout", "weeks", "months"],
)
def test_summary(purchases, options) -> None:
    same(customer_summary(purchases, COLUMNS, **options), customer_summary(rows(), COLUMNS, **options))


@pytest.mark.filterwarnings("ignore")
def test_quality(purchases) -> None:
    assert data_quality(purchases, COLUMNS, until=date(2024, 6, 20)) == data_quality(
        rows(), COLUMNS, until=date(2024, 6, 20)
    )


@pytest.mark.filterwarnings("ignore")
def test_statistics(purchases) -> None:
    one, other = (sufficient_statistics(customer_summary(table, COLUMNS)) for table in (purchases, rows()))
    for name in ("frequency", "recency", "T", "customers"):
        assert getattr(one, name).tolist() == getattr(other, name).tolist()


@pytest.mark.filterwarnings("ignore")
def test_rfm_abc_and_concentration(purchases) -> None:
    one, other = (customer_summary(table, COLUMNS) for table in (purchases, rows()))
    same(rfm(one), rfm(other))
    same(abc(one, "amount"), abc(other, "amount"))
    curves = [lorenz_curve(summary, "amount") for summary in (one, other)]
    assert curves[0].gini == pytest.approx(curves[1].gini, rel=1e-12)
    assert curves[0].share.tolist() == pytest.approx(curves[1].share.tolist(), rel=1e-12)


@pytest.mark.filterwarnings("ignore")
def test_cohorts_retention_and_xyz(purchases) -> None:
    one, other = (cohorts(table, COLUMNS, until=date(2024, 6, 20)) for table in (purchases, rows()))
    assert (one.cohorts, one.customers.tolist()) == (other.cohorts, other.customers.tolist())
    for name in ("revenue", "margin"):
        assert getattr(one, name).ravel().tolist() == pytest.approx(getattr(other, name).ravel().tolist(), abs=1e-9)
    spans = {"base_to": date(2024, 3, 31), "until": date(2024, 6, 29)}
    retained = [revenue_retention(table, COLUMNS, **spans) for table in (purchases, rows())]
    assert (retained[0].gross, retained[0].net) == (pytest.approx(retained[1].gross), pytest.approx(retained[1].net))
    found = [to_arrow(abc_xyz(table, COLUMNS, item="customer")).sort_by("item") for table in (purchases, rows())]
    assert found[0]["abc_xyz"].to_pylist() == found[1]["abc_xyz"].to_pylist()
