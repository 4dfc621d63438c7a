"""The figures that the papers state on CDNOW."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from kundenwert.analytical.mining.base.compressed import sufficient_statistics
from kundenwert.analytical.mining.base.purchases import PurchaseColumns
from kundenwert.analytical.mining.base.quality import data_quality
from kundenwert.analytical.mining.base.summary import customer_summary
from kundenwert.analytical.mining.base.tests.cdnow import cdnow
from kundenwert.analytical.mining.tables import to_arrow

COLUMNS = PurchaseColumns(amount="amount")


@pytest.fixture
def purchases(real_file):
    return cdnow(real_file("cdnow/CDNOW_sample.txt"))


def test_calibration_and_holdout(purchases) -> None:
    found = to_arrow(customer_summary(purchases, COLUMNS, calibration_until=date(1997, 9, 30), median=True))
    assert found.num_rows == 2357
    frequency, recency, T = (found[name].to_numpy() for name in ("frequency", "recency", "T"))
    assert (frequency > 0).sum() == 946
    assert found["holdout_frequency"].to_numpy().sum() == 1882
    assert set(found["holdout_periods"].to_pylist()) == {39.0}
    assert frequency.sum() + 2357 + 1882 == 6696

    known = found.filter((frequency == 2) & (np.round(recency, 2) == 30.43) & (np.round(T, 2) == 38.86)).to_pylist()
    first = next(row for row in known if row["customer"] == "00004")
    assert (first["first"], first["last"]) == (date(1997, 1, 1), date(1997, 8, 2))
    assert first["monetary_value"] == pytest.approx((29.73 + 14.96) / 2)
    assert first["amount"] == pytest.approx(29.33 + 29.73 + 14.96)
    assert first["mean_interpurchase_days"] == 213 / 2
    assert first["median_interpurchase_days"] == (17 + 196) / 2
    assert (first["holdout_frequency"], first["holdout_amount"]) == (1, 26.48)

    busy = found.filter((frequency == 26) & (T == 31)).to_pylist()
    assert [row["recency"] for row in busy] == [pytest.approx(30.857143, abs=1e-6)]


def test_spend_of_the_repeaters_as_in_the_gamma_gamma_note(purchases) -> None:
    found = to_arrow(customer_summary(purchases, COLUMNS, calibration_until=date(1997, 9, 30)))
    repeaters = found["monetary_value"].to_numpy()[found["frequency"].to_numpy() > 0]
    # Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value": mean 35.08 of 946 customers.
    assert repeaters.mean() == pytest.approx(35.08, abs=0.01)


def test_merging_by_day(purchases) -> None:
    found = to_arrow(customer_summary(purchases, COLUMNS))
    assert found["purchases"].to_numpy().sum() == 6696
    assert found["amount"].to_numpy().sum() == pytest.approx(244_091.94)


def test_compression_keeps_every_customer(purchases) -> None:
    summary = customer_summary(purchases, COLUMNS, calibration_until=date(1997, 9, 30))
    statistics = sufficient_statistics(summary)
    assert (statistics.total, statistics.repeaters) == (2357, 946)
    assert len(statistics.T) == 1016
    rows = to_arrow(summary)
    for name in ("frequency", "recency", "T"):
        assert statistics.customers @ getattr(statistics, name) == pytest.approx(rows[name].to_numpy().sum())


def test_quality(purchases) -> None:
    found = data_quality(purchases, COLUMNS)
    assert (found.rows, found.used, found.free, found.customers) == (6919, 6919, 8, 2357)
    assert (found.period_from, found.period_to) == (date(1997, 1, 1), date(1998, 6, 30))
    assert data_quality(purchases, COLUMNS, until=date(1997, 9, 30)).after_until > 1882
