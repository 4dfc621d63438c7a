from __future__ import annotations

from datetime import date, timedelta

import numpy as np
import pyarrow as pa
import pytest

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.risk.trend import fit_trend

END = date(2024, 12, 31)


def purchases(customers=400, seed=0):
    """One third grows by half each period of 90 days, one third halves, one third stays."""
    random = np.random.default_rng(seed)
    rows = []
    for customer in range(customers):
        factor = (1.5, 0.5, 1.0)[customer % 3]
        for back in range(5):
            total = 1000 * factor ** (4 - back) * random.uniform(0.95, 1.05)
            for _purchase in range(4):
                day = END - timedelta(days=int(90 * back + random.integers(0, 90)))
                rows.append((customer, day, total / 4))
    return pa.table({"customer": [r[0] for r in rows], "date": [r[1] for r in rows], "amount": [r[2] for r in rows]})


def test_a_trend_goes_on():
    found = fit_trend(purchases(), until=END, folds=5)
    of = found.customers.column("customer").to_numpy() % 3
    rise, fall = (found.customers.column(name).to_numpy() for name in ("rise", "fall"))
    assert min(rise[of == 0].mean(), fall[of == 1].mean()) > 0.8
    assert max(rise[of == 1].mean(), fall[of == 0].mean()) < 0.2
    because = found.customers.column("rise_because").to_pylist()[0]
    assert any("raises the probability" in words for words in because)
    assert len(because) == 3
    assert found.rise.card.model.startswith("Trend: rise")


def test_the_outcome_period_is_not_looked_at():
    whole = purchases()
    cut = np.array(whole.column("date").to_pylist()) <= END - timedelta(days=90)
    one = fit_trend(whole, until=END - timedelta(days=90), folds=4)
    other = fit_trend(whole.filter(cut), until=END - timedelta(days=90), folds=4)
    assert one.customers.equals(other.customers)


def test_short_histories_are_refused():
    with pytest.raises(UnfitData, match="less than three periods of 150 days"):
        fit_trend(purchases(10), period_days=150)
    with pytest.raises(UnfitData, match="have the outcome True"):
        fit_trend(purchases(60), until=END)
