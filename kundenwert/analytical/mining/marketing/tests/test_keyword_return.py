from __future__ import annotations

from datetime import date

import pyarrow as pa
import pytest

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.marketing.keyword_return import keyword_return


def table(names, rows):
    return pa.table({name: [row[index] for row in rows] for index, name in enumerate(names.split())})


CLICKS = table(
    "keyword date impressions clicks cost",
    [
        ("drill", date(2024, 1, 1), 1000, 50, 100.0),
        ("drill", date(2024, 2, 1), 1000, 50, 100.0),
        ("saw", date(2024, 1, 1), 500, 0, 10.0),
    ],
)
LEADS = table(
    "lead keyword date customer",
    [
        (1, "drill", date(2024, 1, 5), "anna"),
        (2, "saw", date(2024, 1, 9), "anna"),
        (3, "drill", date(2024, 1, 6), None),
        (4, "drill", date(2024, 1, 7), "ben"),
        (5, "free", date(2024, 1, 7), "carl"),
    ],
)
SALES = table(
    "customer date revenue margin",
    [
        ("anna", date(2023, 12, 1), 999.0, 999.0),
        ("anna", date(2024, 1, 10), 400.0, 120.0),
        ("ben", date(2024, 3, 1), 500.0, 130.0),
        ("carl", date(2024, 3, 1), 50.0, 10.0),
        ("dora", date(2024, 3, 1), 50.0, 10.0),
    ],
)


def test_by_hand():
    found = keyword_return(CLICKS, LEADS, SALES)
    rows = {row["keyword"]: row for row in found.table.to_pylist()}
    drill, saw, free = rows["drill"], rows["saw"], rows["free"]
    assert [drill[name] for name in ("impressions", "clicks", "leads", "customers")] == [2000, 100, 3, 2]
    assert (drill["cost"], drill["revenue"], drill["margin"]) == (200, 900, 250)
    assert drill["click_rate"] == 0.05
    assert drill["lead_rate"] == 0.03
    assert drill["customer_rate"] == pytest.approx(2 / 3)
    assert (drill["cost_per_click"], drill["cost_per_customer"]) == (2, 100)
    assert (drill["revenue_per_cost"], drill["return"]) == (4.5, 0.25)
    # In January 120 had covered 100, but February's 100 put it back in the red until March
    assert drill["payback"] == date(2024, 3, 1)
    assert saw["customers"] == 0
    assert saw["return"] == -1
    assert saw["payback"] is None
    assert saw["lead_rate"] is None
    assert (free["cost"], free["return"], free["payback"]) == (0, None, None)
    assert found.table.column("keyword").to_pylist() == ["drill", "free", "saw"]
    assert found.unknown_customers == 1


def test_order_of_rows_does_not_matter():
    backwards = [given.take(list(range(given.num_rows))[::-1]) for given in (CLICKS, LEADS, SALES)]
    assert keyword_return(*backwards).table.equals(keyword_return(CLICKS, LEADS, SALES).table)


def test_without_clicks():
    with pytest.raises(UnfitData, match="no clicks"):
        keyword_return(CLICKS.slice(0, 0), LEADS, SALES)
    with pytest.raises(UnfitData, match="no column 'cost'"):
        keyword_return(CLICKS.drop_columns(["cost"]), LEADS, SALES)
