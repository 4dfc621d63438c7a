from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.contracts.residual_value import residual_value
from kundenwert.analytical.mining.contracts.shifted_beta_geometric import (
    Likelihood,
    ShiftedBetaGeometric,
    fit_shifted_beta_geometric,
    fit_survivors,
)
from kundenwert.analytical.mining.errors import UnfitData

HIGH_END = [1000, 869, 743, 653, 593, 551, 517, 491]
PAPER = ShiftedBetaGeometric(alpha=0.668, beta=3.806)


def test_fit_of_the_paper():
    model = fit_survivors(HIGH_END)
    assert model.alpha == pytest.approx(0.668, abs=0.0005)
    assert model.beta == pytest.approx(3.806, abs=0.0005)
    assert model.log_likelihood == pytest.approx(-1611.158, abs=0.0005)
    assert model.card.customers == 1000
    assert set(model.card.standard_errors) == {"alpha", "beta"}
    # what made the model known: in year 12, which the fit has not seen, 39.4 % were there
    assert model.survival(12) == pytest.approx(0.394, abs=0.02)


def test_two_cohorts_are_the_sum_of_their_counts():
    older = [131, 126, 90, 60], [0, 0, 0, 593]
    younger = [120, 110, 0, 0], [0, 770, 0, 0]
    together = fit_shifted_beta_geometric(np.add(older[0], younger[0]), np.add(older[1], younger[1]))
    value = sum(
        Likelihood(*map(np.array, cohort))(np.log([together.alpha, together.beta]))[0] for cohort in (older, younger)
    )
    assert together.log_likelihood == pytest.approx(value)
    assert together.card.customers == 2000


def test_gradient_is_that_of_the_likelihood():
    likelihood = Likelihood(np.array([131.0, 126, 90]), np.array([5.0, 7, 653]))
    at = np.log([0.5, 2.0])
    _, gradient = likelihood(at)
    steps = np.eye(2) * 1e-6
    differences = [(likelihood(at + s)[0] - likelihood(at - s)[0]) / 2e-6 for s in steps]
    assert gradient == pytest.approx(differences, rel=1e-6)


def test_lifetimes_are_sums_over_the_survival():
    t = np.arange(3000)
    assert PAPER.expected_lifetime(0.1) == pytest.approx((PAPER.survival(t) / 1.1**t).sum())
    after_four = PAPER.survival(t + 5) / PAPER.survival(4)
    assert PAPER.residual_lifetime(4, 0.1) == pytest.approx((after_four / 1.1**t).sum())
    assert PAPER.residual_lifetime_value([0, 4], [100, 50], 0.1) == pytest.approx(
        PAPER.residual_lifetime([0, 4], 0.1) * [100, 50]
    )
    assert PAPER.lifetime_value(20, 0.1) == pytest.approx(20 * PAPER.expected_lifetime(0.1))
    for rate in (0, float("nan")):
        with pytest.raises(ValueError, match="discount"):
            PAPER.expected_lifetime(rate)


def test_residual_value_of_running_contracts():
    """A contract of age n that has just paid: the next decision is a period away."""
    worth = residual_value(PAPER, [0, 4], [10, 10], horizon=4000, rate=0.1)
    assert worth == pytest.approx(10 * PAPER.residual_lifetime([0, 4], 0.1) / 1.1)
    assert residual_value(PAPER, 3, 10, horizon=0) == 0
    assert residual_value(PAPER, 3, 10, horizon=1) == pytest.approx(10 * PAPER.retention(4))


@settings(max_examples=200, deadline=None)
@given(st.floats(-7, 7), st.floats(-7, 7), st.integers(0, 10**6), st.floats(1e-4, 10))
def test_in_range_and_retention_rises(log_alpha, log_beta, t, rate):
    model = ShiftedBetaGeometric(alpha=np.exp(log_alpha), beta=np.exp(log_beta))
    now, later = model.survival([t, t + 1])
    assert 0 <= later <= now <= 1
    assert model.retention(t + 1) <= model.retention(t + 2)
    assert 1 - 1e-9 <= model.expected_lifetime(rate) <= (1 + rate) / rate * (1 + 1e-9)
    assert 0 <= model.residual_lifetime(t, rate) <= (1 + rate) / rate * (1 + 1e-9)


@pytest.mark.parametrize(
    ("survivors", "words"), [([1000], "no period"), ([1000, 900], "less than two"), ([30, 27, 25, 22], "Only 8")]
)
def test_refuses_thin_data(survivors, words):
    with pytest.raises(UnfitData, match=words):
        fit_survivors(survivors)


def test_refuses_rising_numbers():
    with pytest.raises(ValueError, match="rise"):
        fit_survivors([100, 90, 95])


def test_retention_that_does_not_change_is_projected_and_told():
    model = fit_survivors([100_000, 90_000, 81_000, 72_900, 65_610])
    assert model.retention([1, 5, 30]) == pytest.approx([0.9, 0.9, 0.9], abs=2e-4)
    assert model.expected_lifetime(0.1) == pytest.approx(1 / (1 - 0.9 / 1.1), rel=2e-3)
    assert "flat around its top" in model.card.notes[0]
