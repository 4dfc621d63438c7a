"""What must hold for every buying model, whatever its parameters and the customer."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.value.bg_nbd import BgNbd
from kundenwert.analytical.mining.value.mbg_nbd import MbgNbd
from kundenwert.analytical.mining.value.pareto_nbd import ParetoNbd

positive = st.floats(-7, 7).map(np.exp)
times = st.one_of(st.floats(0, 500), st.floats(0, 1e15), st.sampled_from([0.0, 1e-300, 1e15]))
frequencies = st.one_of(st.integers(1, 50), st.integers(1, 10**15)).map(float)


@st.composite
def models(draw):
    kind = draw(st.sampled_from([BgNbd, MbgNbd, ParetoNbd]))
    return kind(**{name: draw(positive) for name in kind.names})


@settings(max_examples=400, deadline=None)
@given(models(), frequencies, times, st.lists(st.floats(0, 1), min_size=2, max_size=6), times)
def test_finite_and_in_range_and_monotonic(model, x, T, shares, periods):
    recency = np.minimum(np.sort(shares) * T, T)
    alive = model.probability_alive(x, recency, T)
    assert np.all((alive >= 0) & (alive <= 1))
    assert np.all(np.diff(alive) >= -1e-9), "who bought more recently is not less alive"
    expected = model.expected_purchases(periods, x, recency, T)
    assert np.all(np.isfinite(expected) & (expected >= 0))
    assert np.all(np.diff(expected) >= -1e-9 * expected[-1])
    assert np.all(np.isfinite(model.log_likelihood_of(x, recency, T)))
    if isinstance(model, ParetoNbd):
        discounted = model.discounted_residual_transactions(0.002, x, recency, T)
        assert np.all(np.isfinite(discounted) & (discounted >= 0))


@settings(max_examples=150, deadline=None)
@given(models(), times, times)
def test_customers_with_one_purchase(model, T, periods):
    alive = model.probability_alive(0, 0, T)
    assert 0 <= alive <= 1
    expected = model.expected_purchases(periods, 0, 0, T)
    assert np.isfinite(expected)
    assert expected >= 0
    assert np.isfinite(model.expected_purchases_new(periods))
    assert np.isfinite(model.log_likelihood_of(0, 0, T))


@settings(max_examples=150, deadline=None)
@given(models(), st.integers(0, 40), st.floats(0, 200), st.floats(0, 1), st.floats(0.01, 100))
def test_more_time_means_more_purchases_never_more_than_the_rate(model, x, T, share, periods):
    recency = T * share if x else 0.0
    fewer, more = model.expected_purchases([periods, periods * 2], x, recency, T)
    assert fewer <= more * (1 + 1e-9)
    assert more <= 2 * fewer * (1 + 1e-9) + 1e-9, "customers leave and never come back"
    rate = (model.r + x) / (model.alpha + T)
    assert fewer <= rate * periods * (1 + 1e-9) + 1e-9


@settings(max_examples=150, deadline=None)
@given(models(), st.integers(1, 60), st.floats(0.1, 200), st.floats(0, 1), st.sampled_from([7.0, 365.25, 1 / 24]))
def test_unit_of_time(model, x, T, share, unit):
    longer = {name: value * (unit if name in {"alpha", "beta"} else 1) for name, value in model.parameters.items()}
    other = type(model)(**longer)
    recency = T * share
    assert other.probability_alive(x, recency * unit, T * unit) == pytest.approx(
        model.probability_alive(x, recency, T), rel=1e-6, abs=1e-9
    )
    assert other.expected_purchases(5 * unit, x, recency * unit, T * unit) == pytest.approx(
        model.expected_purchases(5, x, recency, T), rel=1e-6, abs=1e-9
    )


@pytest.mark.parametrize("model", [
    BgNbd(r=0.24, alpha=4.4, a=0.8, b=2.4), MbgNbd(r=0.525, alpha=6.2, a=0.9, b=1.6),
    ParetoNbd(r=0.55, alpha=10.6, s=0.61, beta=11.7),
])  # fmt: skip
@pytest.mark.parametrize("history", [(0, 0.0, 38.0), (4, 20.0, 38.0), (12, 37.0, 38.0)])
def test_drawn_purchases_have_the_expected_mean(model, history):
    columns = [np.full(40_000, value) for value in history]
    drawn = model.draw_purchases(39.0, *columns, np.random.default_rng(5))
    error = drawn.std() / np.sqrt(len(drawn))
    assert abs(drawn.mean() - model.expected_purchases(39.0, *history)) < 4 * error
