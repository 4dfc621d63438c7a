from __future__ import annotations

import numpy as np
import pytest

from kundenwert.analytical.mining.value.bg_nbd import BgNbd, fit_bg_nbd
from kundenwert.analytical.mining.value.holdout_check import holdout_check
from kundenwert.analytical.mining.value.pareto_nbd import fit_pareto_nbd

from .cdnow import HOLDOUT_WEEKS


@pytest.mark.parametrize(
    ("fit", "total", "error", "correlation"),
    [(fit_bg_nbd, 1653, 0.7855, 0.626), (fit_pareto_nbd, 1665, 0.7545, 0.630)],
)
def test_39_weeks_of_cdnow(sample, fit, total, error, correlation):
    model = fit(sample.statistics)
    check = holdout_check(
        model, sample.frequency, sample.recency, sample.T, sample.holdout, periods=HOLDOUT_WEEKS
    )  # fmt: skip
    assert check.actual == 1882
    assert check.predicted == pytest.approx(total, abs=1)
    assert check.mean_absolute_error == pytest.approx(error, abs=5e-5)
    assert check.correlation == pytest.approx(correlation, abs=5e-4)
    assert check.zero_error == pytest.approx(1882 / 2357)
    as_before = sample.frequency / sample.T * HOLDOUT_WEEKS
    assert check.heuristic_error == pytest.approx(np.abs(as_before - sample.holdout).mean())
    assert model.with_holdout(check).card.holdout == check
    assert model.card.holdout is None


def test_customers_of_the_last_day_and_nothing_that_varies():
    model = BgNbd(r=0.2, alpha=4, a=0.8, b=2.4)
    check = holdout_check(model, [0, 0], [0, 0], [0, 0], [0, 0], periods=10)
    assert (check.heuristic_error, check.zero_error, check.correlation) == (0, 0, 0)
    with pytest.raises(ValueError, match="no customers"):
        holdout_check(model, [], [], [], [], periods=10)
