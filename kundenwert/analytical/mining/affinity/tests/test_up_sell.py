from __future__ import annotations

from datetime import date, timedelta

import pyarrow as pa
import pytest

from kundenwert.analytical.mining.affinity.up_sell import find_up_sell
from kundenwert.analytical.mining.errors import UnfitData

PRICE = {"small": 10.0, "middle": 20.0, "large": 40.0, "like small": 10.5}


def table(rows):
    return pa.table(
        {
            "customer": [row[0] for row in rows],
            "product": [row[1] for row in rows],
            "group": ["drill"] * len(rows),
            "date": [date(2024, 1, 1) + timedelta(days=row[2]) for row in rows],
            "price": [PRICE[row[1]] for row in rows],
        }
    )


def history():
    rows = [(customer, "small", 0) for customer in range(40)]
    rows += [(customer, "middle", 50) for customer in range(10)]
    rows += [(customer, "large", 90) for customer in range(6)]
    rows += [(customer, "like small", 60) for customer in range(10, 30)]
    return rows


def test_steps_by_hand():
    steps = {(s["product"], s["dearer"]): s for s in find_up_sell(table(history())).steps.to_pylist()}
    # like small is only 5 % dearer; nobody went from there to another
    assert set(steps) == {("small", "middle"), ("small", "large"), ("middle", "large")}
    assert (steps["small", "middle"]["moved"], steps["small", "middle"]["buyers"]) == (10, 40)
    assert steps["middle", "large"]["rate"] == pytest.approx(0.6)


def test_candidates_are_those_who_have_not_moved():
    found = {c["customer"]: c for c in find_up_sell(table(history())).candidates.to_pylist()}
    # 6 to 9 have the middle one; 10 to 29 changed to a product nobody left; 30 to 39 have the small one
    assert set(found) == {6, 7, 8, 9, *range(30, 40)}
    assert (found[6]["product"], found[6]["dearer"], found[6]["gain"]) == ("middle", "large", 20.0)
    assert found[6]["expected"] == pytest.approx(0.6 * 20)
    # small → large: 6/40 · 30 = 4.5 is more than small → middle: 10/40 · 10 = 2.5
    assert (found[30]["dearer"], found[30]["expected"]) == ("large", pytest.approx(4.5))


def test_order_of_rows_does_not_matter():
    one, other = (find_up_sell(table(rows)) for rows in (history(), history()[::-1]))
    assert one.candidates.equals(other.candidates)
    assert one.steps.equals(other.steps)


def test_the_same_day_is_no_move():
    rows = [(customer, product, 0) for customer in range(20) for product in ("small", "large")]
    with pytest.raises(UnfitData, match="Hardly any"):
        find_up_sell(table(rows))
