from __future__ import annotations

import numpy as np
import pytest

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.value.bg_nbd import BgNbd, fit_bg_nbd
from kundenwert.analytical.mining.value.credible import credible_range, purchase_range
from kundenwert.analytical.mining.value.pareto_nbd import ParetoNbd, fit_pareto_nbd
from kundenwert.analytical.mining.value.simulate import simulate

from .cdnow import HOLDOUT_WEEKS


def test_range_of_the_expectation(sample):
    model = fit_bg_nbd(sample.statistics)
    some = sample.frequency[:40], sample.recency[:40], sample.T[:40]

    def expected(other):
        return other.expected_purchases(39, *some)

    found = credible_range(model, expected, seed=1)
    middle = expected(model)
    assert np.all((found.low <= middle) & (middle <= found.high))
    assert np.all(found.low < found.high)
    again = credible_range(model, expected, seed=1)
    assert np.array_equal(found.low, again.low)
    assert not np.array_equal(found.low, credible_range(model, expected, seed=2).low)


def test_draws_have_the_standard_errors_of_the_card(sample):
    model = fit_bg_nbd(sample.statistics)
    logs = np.log([list(other.parameters.values()) for other in model.drawn(2000, seed=3)])
    relative = [model.card.standard_errors[name] / model.parameters[name] for name in model.names]
    assert logs.std(axis=0) == pytest.approx(relative, rel=0.06)


def test_range_of_purchases_holds_what_was_bought(sample):
    """Nine of ten customers bought within the range, or more where 0 is most of it."""
    model = fit_bg_nbd(sample.statistics)
    columns = sample.frequency, sample.recency, sample.T
    found = purchase_range(model, HOLDOUT_WEEKS, *columns, draws=100, seed=1)
    inside = (found.low <= sample.holdout) & (sample.holdout <= found.high)
    assert inside.mean() > 0.88
    frequent = sample.frequency >= 5
    assert 0.8 < inside[frequent].mean() < 0.99


def test_parameters_that_the_data_leave_open():
    """60 customers know the ratio of s and beta, not the two: draws keep to it, and ranges stay sane."""
    truth = ParetoNbd(r=0.6, alpha=10, s=0.6, beta=12)
    made = simulate(truth, np.random.default_rng(0).uniform(5, 60, 60), seed=0)
    model = fit_pareto_nbd(made.statistics())
    assert "hardly determine s, beta" in model.card.notes[0]
    columns = made.frequency, made.recency, made.T
    found = credible_range(model, lambda other: other.expected_purchases(39, *columns), seed=1)
    expected = model.expected_purchases(39, *columns)
    assert np.all(np.isfinite(found.high))
    assert found.high.sum() < 3 * expected.sum()
    assert found.low.sum() > expected.sum() / 4


def test_refuses_a_model_that_was_not_fitted():
    with pytest.raises(UnfitData, match="not known"):
        purchase_range(BgNbd(r=1, alpha=1, a=1, b=1), 10, 1, 1, 2, seed=1)
