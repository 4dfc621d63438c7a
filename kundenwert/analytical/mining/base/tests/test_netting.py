from __future__ import annotations

from datetime import date

import pyarrow as pa

from kundenwert.analytical.mining.base.netting import net_of_returns
from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.summary import customer_summary
from kundenwert.analytical.mining.tables import to_arrow

COLUMNS = PurchaseColumns(amount="amount")


def days_of(*rows: tuple[str | None, int, float]) -> list[tuple[str, int, float]]:
    table = pa.table(
        {
            "customer": pa.array([row[0] for row in rows], pa.string()),
            "date": [date(2026, 1, row[1]) for row in rows],
            "amount": [row[2] for row in rows],
        }
    )
    found = to_arrow(net_of_returns(table, COLUMNS).order_by("customer", "date")).to_pylist()
    return [(row["customer"], row["date"].day, row["amount"]) for row in found]


def test_an_order_cancelled_on_its_day_is_no_purchase():
    assert days_of(("a", 1, 168_469.6), ("a", 1, -168_469.6), ("a", 3, 0.1), ("a", 3, 0.2), ("a", 3, -0.3)) == []


def test_lines_of_a_day_are_added_up_and_a_partial_return_taken_off():
    assert days_of(("a", 1, 60), ("a", 1, 40), ("a", 1, -30), ("b", 1, 5)) == [("a", 1, 70.0), ("b", 1, 5.0)]


def test_a_later_return_stays_a_row_of_its_own():
    assert days_of(("a", 1, 100), ("a", 9, -100)) == [("a", 1, 100.0), ("a", 9, -100.0)]


def test_what_was_free_from_the_start_stays_a_purchase():
    assert days_of(("a", 1, 0), (None, 1, 9)) == [("a", 1, 0.0)]


def test_the_summary_of_net_days_is_that_of_the_lines_where_nothing_was_returned():
    table = pa.table(
        {
            "customer": ["a", "a", "a", "b", "b"],
            "date": [date(2026, 1, day) for day in (1, 1, 8, 2, 30)],
            "amount": [1.0, 2.0, 4.0, 8.0, 16.0],
        }
    )
    until = date(2026, 2, 1)
    net = to_arrow(customer_summary(net_of_returns(table, COLUMNS), COLUMNS, until=until).order_by("customer"))
    assert net.equals(to_arrow(customer_summary(table, COLUMNS, until=until).order_by("customer")))
