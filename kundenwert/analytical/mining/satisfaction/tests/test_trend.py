from __future__ import annotations

from datetime import date

import numpy as np
import pyarrow as pa
import pytest

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.satisfaction.trend import score_trend


def table(shares, n=200, months=3):
    rows = [
        (date(2022 + month * months // 12, 1 + month * months % 12, 15), 5 if place < round(share * n) else 2)
        for month, share in enumerate(shares)
        for place in range(n)
    ]
    return pa.table({"date": [row[0] for row in rows], "answer": [row[1] for row in rows]})


def test_a_steady_rise():
    found = score_trend(table([0.5, 0.55, 0.6, 0.65, 0.7]), score="csat")
    assert found.slope.value == pytest.approx(0.05, abs=1e-9)
    assert found.direction == "rising"
    assert found.periods.column("period").to_pylist()[1] == date(2022, 4, 1)
    assert found.periods.column("value").to_pylist() == pytest.approx([0.5, 0.55, 0.6, 0.65, 0.7])
    assert score_trend(table([0.7, 0.6, 0.5]), score="csat").direction == "falling"


def test_few_answers_tell_nothing():
    found = score_trend(table([0.5, 0.6, 0.5, 0.6], n=10), score="csat")
    assert found.direction == "no clear change"


def test_a_gap_counts_as_time():
    whole = table([0.5, 0.55, 0.6, 0.65, 0.7])
    keep = np.array([day.month != 7 for day in whole.column("date").to_pylist()])
    assert score_trend(whole.filter(keep), score="csat").slope.value == pytest.approx(0.05, abs=1e-9)


def test_small_periods_are_left_out():
    thin = pa.table({"date": [date(2021, 12, 31)] * 9, "answer": [1] * 9})
    found = score_trend(pa.concat_tables([thin, table([0.5, 0.5, 0.5])]), score="csat")
    assert found.left_out == 9
    assert found.slope.value == pytest.approx(0, abs=1e-12)
    with pytest.raises(UnfitData, match="Only 2 periods"):
        score_trend(table([0.5, 0.5]), score="csat")


@pytest.mark.parametrize("unit", ["week", "month", "year"])
def test_all_alike_in_every_unit(unit):
    months = 12 if unit == "year" else 1
    found = score_trend(table([1, 1, 1], n=20, months=months), score="ces", unit=unit)
    assert found.direction == "no clear change"
    assert found.slope.value == pytest.approx(0, abs=1e-12)
