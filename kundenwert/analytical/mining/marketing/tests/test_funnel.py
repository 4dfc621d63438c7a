from __future__ import annotations

from datetime import date, timedelta

import pyarrow as pa
import pytest

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.marketing.funnel import measure_funnel

STAGES = ["lead", "offer", "order"]


def table(rows):
    return pa.table(
        {
            "case": [row[0] for row in rows],
            "stage": [row[1] for row in rows],
            "date": [date(2024, 1, 1) + timedelta(days=row[2]) for row in rows],
        }
    )


ROWS = (
    [(case, "lead", 0) for case in range(10)]
    + [(case, "offer", case + 1) for case in range(4)]
    + [(2, "offer", 90), (0, "order", 11), (1, "order", 22), (7, "order", 30), (3, "lost", 4)]
)


def test_stages_by_hand():
    funnel = measure_funnel(table(ROWS), STAGES)
    lead, offer, order = funnel.stages
    # case 7 ordered without a recorded offer: it has passed that stage all the same
    assert [lead.reached, offer.reached, order.reached] == [10, 5, 3]
    assert lead.to_next.value == 0.5
    assert offer.to_next.value == pytest.approx(0.6)
    assert funnel.conversion.value == pytest.approx(0.3)
    assert lead.days == (1.75, 2.5, 3.25)
    assert offer.days == pytest.approx((12.5, 15, 17.5))
    assert order.to_next is None
    assert order.days is None
    assert funnel.narrowest is lead
    assert lead.to_next.low == pytest.approx(0.2366, abs=1e-4)
    assert lead.to_next.high == pytest.approx(0.7634, abs=1e-4)


def test_dates_that_run_backwards_are_counted():
    funnel = measure_funnel(table([(1, "lead", 5), (1, "offer", 3), (2, "lead", 0)]), STAGES)
    assert funnel.out_of_order == 1
    assert funnel.stages[0].days is None
    assert funnel.stages[1].to_next.value == 0
    assert funnel.stages[2].reached == 0


def test_unfit():
    with pytest.raises(UnfitData, match="No row"):
        measure_funnel(table([(1, "else", 0)]), STAGES)
    with pytest.raises(ValueError, match="two different"):
        measure_funnel(table(ROWS), ["lead", "lead"])
