from __future__ import annotations

import math
from datetime import date

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.base.compressed import sufficient_statistics
from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.quality import data_quality
from kundenwert.analytical.mining.base.summary import UNIT_DAYS, customer_summary
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.tables import to_arrow

COLUMNS = PurchaseColumns(amount="amount")
SCHEMA = pa.schema(
    [("customer", pa.int64()), ("date", pa.date32()), ("amount", pa.float64()), ("margin", pa.float64())]
)


def table(*rows):
    return pa.table(
        {
            "customer": pa.array([row[0] for row in rows]),
            "date": pa.array([row[1] for row in rows], pa.date32()),
            "amount": pa.array([row[2] for row in rows], pa.float64()),
        }
    )


def by_customer(summary):
    return {row.pop("customer"): row for row in to_arrow(summary).to_pylist()}


def day(month, number, year=2024):
    return date(year, month, number)


def test_returns_are_no_occasion_but_taken_off() -> None:
    rows = table(
        ("a", day(1, 1), -5.0),
        ("a", day(1, 8), 100.0),
        ("a", day(1, 8), -30.0),
        ("a", day(1, 22), 50.0),
        ("a", day(2, 5), -50.0),
        ("b", day(1, 3), -20.0),
    )
    found = by_customer(customer_summary(rows, COLUMNS, until=day(2, 19)))
    assert list(found) == ["a"]
    a = found["a"]
    assert (a["first"], a["last"], a["purchases"], a["frequency"]) == (day(1, 8), day(1, 22), 2, 1)
    assert (a["recency"], a["T"]) == (2.0, 6.0)
    assert (a["amount"], a["repeat_amount"], a["monetary_value"]) == (65.0, 50.0, 50.0)
    quality = data_quality(rows, COLUMNS)
    assert (quality.used, quality.returns, quality.customers, quality.customers_with_returns_only) == (6, 4, 1, 1)


def test_free_purchases_count_unless_told_otherwise() -> None:
    rows = table((1, day(1, 1), 10.0), (1, day(1, 8), 0.0), (2, day(1, 1), 0.0))
    assert {key: row["purchases"] for key, row in by_customer(customer_summary(rows, COLUMNS)).items()} == {1: 2, 2: 1}
    found = by_customer(customer_summary(rows, COLUMNS, free_counts=False))
    assert {key: row["purchases"] for key, row in found.items()} == {1: 1}
    assert data_quality(rows, COLUMNS, free_counts=False).customers_with_returns_only == 1


@pytest.mark.parametrize("blank", [None, "", "  ", "\t"])
def test_bad_rows_are_left_out_and_counted_once(blank) -> None:
    rows = table(
        ("a", day(1, 1), 10.0),
        (blank, day(1, 1), 10.0),
        (blank, None, None),
        ("a", None, math.nan),
        ("a", day(1, 2), None),
        ("a", day(1, 3), math.nan),
        ("a", day(1, 4), math.inf),
        ("a", day(3, 1), 10.0),
        (" a", day(1, 9), 10.0),
    )
    found = by_customer(customer_summary(rows, COLUMNS, until=day(2, 1)))
    assert {key: row["purchases"] for key, row in found.items()} == {"a": 1, " a": 1}
    quality = data_quality(rows, COLUMNS, until=day(2, 1))
    assert (quality.rows, quality.used) == (9, 2)
    assert (quality.without_customer, quality.without_date, quality.without_amount, quality.after_until) == (2, 1, 3, 1)
    assert (quality.period_from, quality.period_to) == (day(1, 1), day(1, 9))


def test_without_amounts_every_row_is_a_purchase() -> None:
    rows = table((1.0, day(1, 1), None), (1.0, day(1, 1), None), (1.0, day(1, 5), None), (math.nan, day(1, 1), None))
    found = by_customer(customer_summary(rows, unit="day"))
    assert found == {
        1.0: {
            "first": day(1, 1), "last": day(1, 5), "purchases": 2, "frequency": 1, "recency": 4.0, "T": 4.0,
            "mean_interpurchase_days": 4.0,
        },
    }  # fmt: skip
    assert data_quality(rows).used == 3


@pytest.mark.parametrize(
    ("merge", "unit", "purchases", "recency", "T"),
    [
        ("day", "day", 4, 32.0, 60.0),
        ("day", "month", 4, 32 / 30.4375, 60 / 30.4375),
        ("week", "week", 3, 4.0, 8.0),
        ("month", "month", 2, 1.0, 2.0),
        ("month", "day", 2, 31.0, 60.0),
    ],
)
def test_merging_by_week_and_month(merge, unit, purchases, recency, T) -> None:
    rows = table((1, day(1, 1), 5.0), (1, day(1, 7), 6.0), (1, day(1, 8), 7.0), (1, day(2, 2), 8.0))
    (found,) = by_customer(customer_summary(rows, COLUMNS, unit=unit, merge=merge, until=day(3, 1))).values()
    assert (found["purchases"], found["first"], found["last"]) == (purchases, day(1, 1), day(2, 2))
    assert (found["recency"], found["T"]) == (pytest.approx(recency), pytest.approx(T))


def test_a_merged_week_is_split_by_the_end_of_calibration() -> None:
    rows = table(
        (1, day(1, 1), 5.0), (1, day(1, 3), 6.0), (2, day(1, 4), 7.0), (1, day(1, 20), 1.0), (1, day(1, 25), -1.0)
    )
    found = by_customer(customer_summary(rows, COLUMNS, merge="week", calibration_until=day(1, 2), until=day(1, 23)))
    assert list(found) == [1]
    assert (found[1]["purchases"], found[1]["amount"]) == (1, 5.0)
    assert (found[1]["holdout_frequency"], found[1]["holdout_amount"], found[1]["holdout_periods"]) == (2, 7.0, 3.0)


def test_margin_decimals_and_times() -> None:
    rows = pa.table(
        {
            "kunde": pa.array([7, 7, 8]),
            "wann": pa.array(["2024-01-01T23:59", "2024-01-02T00:01", "2024-01-02T00:00"]).cast(pa.timestamp("us")),
            "umsatz": pa.array([10, 20, 30], pa.decimal128(10, 2)),
            "db": pa.array([1.5, math.nan, None]),
        }
    )
    columns = PurchaseColumns(customer="kunde", date="wann", amount="umsatz", margin="db")
    found = by_customer(customer_summary(rows, columns, unit="day"))
    assert (found[7]["purchases"], found[7]["amount"], found[7]["margin"]) == (2, 30.0, 1.5)
    assert found[8]["margin"] == 0.0


def test_refusals() -> None:
    rows = pa.table({"customer": [1], "date": ["1.2.2024"], "amount": ["7,50"], "day": [day(1, 1)]})
    with pytest.raises(UnfitData, match="no column 'umsatz'"):
        customer_summary(rows, PurchaseColumns(amount="umsatz"))
    with pytest.raises(UnfitData, match="no dates"):
        customer_summary(rows)
    with pytest.raises(UnfitData, match="no numbers"):
        data_quality(rows, PurchaseColumns(date="day", amount="amount"))
    with pytest.raises(ValueError, match="after calibration_until"):
        customer_summary(rows, PurchaseColumns(date="day"), until=day(1, 1), calibration_until=day(1, 1))


def test_nothing_in_nothing_out() -> None:
    empty = table(("a", day(1, 1), 1.0)).slice(0, 0)
    assert to_arrow(customer_summary(empty, COLUMNS)).num_rows == 0
    assert data_quality(empty, COLUMNS).period_from is None
    with pytest.raises(UnfitData, match="no customer"):
        sufficient_statistics(customer_summary(empty, COLUMNS))


purchase = st.tuples(
    st.integers(1, 5),
    st.dates(date(2023, 11, 1), date(2024, 3, 31)),
    st.one_of(st.integers(-3000, 20_000).map(lambda cents: cents / 100), st.sampled_from([0.0, math.nan, math.inf])),
)
lists = st.lists(purchase, min_size=1, max_size=30)
few = settings(max_examples=20, deadline=None)


def expected(rows, unit):
    """The same figures, written as loops."""
    rows = [row for row in rows if math.isfinite(row[2])]
    end = max((row[1] for row in rows), default=None)
    found = {}
    for customer in {row[0] for row in rows}:
        days: dict[date, float] = {}
        for _, when, amount in (row for row in rows if row[0] == customer and row[2] >= 0):
            days[when] = days.get(when, 0.0) + amount
        if days:
            first, last, repeats = min(days), max(days), len(days) - 1
            repeat = sum(amount for when, amount in days.items() if when != first)
            found[customer] = {
                "first": first,
                "last": last,
                "frequency": repeats,
                "recency": (last - first).days / UNIT_DAYS[unit],
                "T": (end - first).days / UNIT_DAYS[unit],
                "amount": pytest.approx(sum(row[2] for row in rows if row[0] == customer), abs=1e-9),
                "monetary_value": pytest.approx(repeat / max(repeats, 1), abs=1e-9),
            }
    return found


@few
@given(lists, st.sampled_from(["day", "week", "month"]))
def test_as_in_a_loop(rows, unit) -> None:
    found = by_customer(customer_summary(table(*rows), COLUMNS, unit=unit, median=True))
    truth = expected(rows, unit)
    assert {
        customer: {name: row[name] for name in next(iter(truth.values()))} for customer, row in found.items()
    } == truth
    for row in found.values():
        assert all(value is not None for value in row.values())
        assert all(math.isfinite(value) for value in row.values() if isinstance(value, float))


@few
@given(lists, st.randoms(use_true_random=False), st.sampled_from([0.01, 4.0, 1e6]))
def test_order_does_not_matter_and_money_scales(rows, random, factor) -> None:
    changed = [(customer, when, amount * factor) for customer, when, amount in rows]
    random.shuffle(changed)
    before = by_customer(customer_summary(table(*rows), COLUMNS))
    after = by_customer(customer_summary(table(*changed), COLUMNS))
    for row in before.values():
        for name in ("amount", "repeat_amount", "monetary_value"):
            row[name] = pytest.approx(row[name] * factor, rel=1e-9, abs=1e-9 * factor)
    assert after == before
