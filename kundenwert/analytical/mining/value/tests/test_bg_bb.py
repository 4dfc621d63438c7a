from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.value.bg_bb import BgBb, Likelihood, fit_bg_bb
from kundenwert.analytical.mining.value.lifetime_value import discounted_purchases, lifetime_value

PAPER = BgBb(alpha=1.2035, beta=0.7497, gamma=0.6568, delta=2.7838)


@pytest.fixture
def donors(real_file):
    """frequency, recency, periods, customers."""
    return np.loadtxt(real_file("donations/donations.csv"), delimiter=",", skiprows=1).T


def test_fit_of_the_paper(donors):
    model = fit_bg_bb(*donors)
    assert list(model.parameters.values()) == pytest.approx([1.2035, 0.7497, 0.6568, 2.7838], abs=5e-4)
    assert model.log_likelihood == pytest.approx(-33225.58, abs=0.005)
    assert model.card.customers == 11_104
    assert donors[3] @ model.log_likelihood_of(*donors[:3]) == pytest.approx(model.log_likelihood, rel=1e-12)


def test_gradient_is_that_of_the_likelihood(donors):
    likelihood = Likelihood(donors[:3].T, donors[3])
    at = np.log([0.7, 1.3, 0.4, 2.0])
    _, gradient = likelihood.by_logs(at)
    steps = np.eye(4) * 1e-6
    differences = [(likelihood.by_logs(at + s)[0] - likelihood.by_logs(at - s)[0]) / 2e-6 for s in steps]
    assert gradient == pytest.approx(differences, rel=1e-6)


def test_expectation_as_the_paper_abbreviates_it():
    """Equation 13."""
    alpha, beta, gamma, delta = PAPER.parameters.values()
    x, t_x, n, periods = 3, 5, 6, 7

    def log_beta(p, q):
        return math.lgamma(p) + math.lgamma(q) - math.lgamma(p + q)

    def ratio(t):
        return math.exp(math.lgamma(1 + delta + t) - math.lgamma(gamma + delta + t))

    written = (
        math.exp(log_beta(alpha + x + 1, beta + n - x) - log_beta(alpha, beta) - PAPER.log_likelihood_of(x, t_x, n))
        * delta / (gamma - 1) * math.exp(math.lgamma(gamma + delta) - math.lgamma(1 + delta))
        * (ratio(n) - ratio(n + periods))
    )  # fmt: skip
    assert PAPER.expected_purchases(periods, x, t_x, n) == pytest.approx(written, rel=1e-10)


def test_discounted_purchases_are_the_sum_over_occasions():
    each = np.diff([PAPER.expected_purchases(k, 3, 5, 6) for k in range(400)])
    total = (each / 1.1 ** np.arange(1, 400)).sum()
    assert PAPER.discounted_residual_transactions(0.1, 3, 5, 6) == pytest.approx(total, rel=1e-9)
    with pytest.raises(ValueError, match="discount"):
        PAPER.discounted_residual_transactions(0, 3, 5, 6)


def test_value_of_the_next_occasions_and_of_all():
    x, t_x, n = np.array([0, 2, 6]), np.array([0, 4, 6]), np.array([6, 6, 6])
    steps = [PAPER.expected_purchases(periods, x, t_x, n) for periods in range(6)]
    by_hand = sum((steps[j] - steps[j - 1]) * 1.1**-j for j in range(1, 6))
    found = lifetime_value(PAPER, np.array([50.0]), x, t_x, n, horizon=5, rate=0.1, margin=0.5)
    np.testing.assert_allclose(found.purchases, by_hand, rtol=1e-12)
    np.testing.assert_allclose(found.value, by_hand * 25, rtol=1e-12)
    endless = lifetime_value(PAPER, np.array([50.0]), x, t_x, n, horizon=None, rate=0.1)
    np.testing.assert_allclose(endless.purchases, PAPER.discounted_residual_transactions(0.1, x, t_x, n))
    assert (endless.purchases > found.purchases).all()
    continuous = discounted_purchases(PAPER, x, t_x, n, horizon=5, rate=np.log(1.1), compounding="continuous")
    np.testing.assert_allclose(continuous, by_hand, rtol=1e-12)
    with pytest.raises(ValueError, match="whole numbers"):
        discounted_purchases(PAPER, x, t_x, n, horizon=2.5, rate=0.1)


def test_probabilities_of_all_histories_sum_to_one():
    n = 5
    histories = np.array([(x, t, n) for t in range(1, n + 1) for x in range(1, t + 1)] + [(0, 0, n)])
    ways = [math.comb(int(t) - 1, int(x) - 1) if x else 1 for x, t, _ in histories]
    assert ways @ np.exp(PAPER.log_likelihood_of(*histories.T)) == pytest.approx(1, rel=1e-12)


@settings(max_examples=100, deadline=None)
@given(
    st.tuples(*[st.floats(-6, 6)] * 4), st.integers(1, 300).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n)))
)
def test_monotonic_and_finite(logs, occasions):
    model = BgBb(**dict(zip(BgBb.names, map(float, np.exp(logs)), strict=True)))
    n, x = occasions
    recency = np.arange(x, n + 1)
    alive = model.probability_alive(x, recency, n)
    assert np.all((alive >= 0) & (alive <= 1))
    assert np.all(np.diff(alive) >= -1e-9)
    expected = model.expected_purchases(10, x, recency, n)
    assert np.all((expected >= 0) & (expected <= 10))


def test_refuses_thin_and_impossible_data():
    with pytest.raises(UnfitData, match="Only 9"):
        fit_bg_bb([0] * 50 + [1] * 9, [0] * 50 + [2] * 9, 6)
    for history in [(3, 2, 6), (1, 7, 6), (0, 2, 6), (1.5, 2, 6), (1, 1, 1e9)]:
        with pytest.raises(ValueError):
            PAPER.probability_alive(*history)
