from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.value import gamma_gamma
from kundenwert.analytical.mining.value.gamma_gamma import GammaGamma, Likelihood, fit_gamma_gamma

PAPER = GammaGamma(p=6.25, q=3.74, gamma=15.44)


def test_fit_of_the_paper(sample):
    model = fit_gamma_gamma(sample.frequency, sample.spend)
    assert list(model.parameters.values()) == pytest.approx([6.25, 3.74, 15.44], abs=0.006)
    assert model.log_likelihood == pytest.approx(-4055.918, abs=0.0005)
    assert model.card.customers == 946
    assert "Correlation of frequency and mean amount: 0.11; the model assumes none." in model.card.notes


def test_expected_spend_is_a_weighted_mean():
    """Of one's own and the common mean, the weights px and q - 1 (equation 5)."""
    assert PAPER.expected_spend(0, 0) == pytest.approx(6.25 * 15.44 / 2.74)
    weight = 6.25 / (6.25 + 3.74 - 1)
    assert PAPER.expected_spend(1, 22.35) == pytest.approx((1 - weight) * 35.2190 + weight * 22.35, abs=1e-3)


def test_more_returned_than_bought_counts_as_nothing():
    assert PAPER.expected_spend(3, -20) == PAPER.expected_spend(3, 0)
    with pytest.raises(ValueError, match="finite"):
        PAPER.expected_spend(3, float("nan"))


def test_gradient_is_that_of_the_likelihood(sample):
    used = sample.frequency > 0
    x, m = sample.frequency[used], sample.spend[used]
    likelihood = Likelihood(x, m / 30, np.ones(len(x)))
    at = np.log([2.0, 5.0, 0.7])
    value, gradient = likelihood(at)
    steps = np.eye(3) * 1e-6
    assert gradient == pytest.approx([(likelihood(at + s)[0] - likelihood(at - s)[0]) / 2e-6 for s in steps], rel=1e-6)
    assert value == pytest.approx(GammaGamma(p=2, q=5, gamma=0.7).log_likelihood_of(x, m / 30).sum(), rel=1e-12)


def test_unit_of_money_changes_nothing(sample):
    dollars, cents = (fit_gamma_gamma(sample.frequency, sample.spend * unit) for unit in (1, 100))
    assert cents.gamma == pytest.approx(dollars.gamma * 100, rel=1e-5)
    assert cents.expected_spend(sample.frequency, sample.spend * 100) == pytest.approx(
        dollars.expected_spend(sample.frequency, sample.spend) * 100, rel=1e-6
    )


def test_many_customers_are_compressed_without_loss(sample, monkeypatch):
    exact = fit_gamma_gamma(sample.frequency, sample.spend)
    monkeypatch.setattr(gamma_gamma, "_MANY", 100)
    compressed = fit_gamma_gamma(sample.frequency, sample.spend)
    assert compressed.parameters == pytest.approx(exact.parameters, rel=1e-5)
    assert compressed.log_likelihood == pytest.approx(exact.log_likelihood, abs=1e-6)


def test_counted_customers_are_like_repeated_ones(sample):
    used = sample.frequency > 0
    x, m = sample.frequency[used][:200], sample.spend[used][:200]
    counted = fit_gamma_gamma(x, m, np.full(200, 3))
    repeated = fit_gamma_gamma(np.tile(x, 3), np.tile(m, 3))
    assert counted.parameters == pytest.approx(repeated.parameters, rel=1e-6)
    assert counted.card.customers == 600


@settings(max_examples=200, deadline=None)
@given(st.floats(-7, 7), st.floats(0.001, 7), st.floats(-7, 7), st.floats(0, 1e15), st.floats(0, 1e15))
def test_expected_spend_lies_between_own_and_common_mean(log_p, log_q, log_gamma, x, m):
    model = GammaGamma(p=np.exp(log_p), q=np.exp(log_q), gamma=np.exp(log_gamma))
    common = float(model.expected_spend(0, 0))
    low, high = sorted([m, common]) if x else (common, common)
    assert low * (1 - 1e-9) <= model.expected_spend(x, m) <= high * (1 + 1e-9)
    if x > 0 and m > 1e-290:
        assert np.isfinite(model.log_likelihood_of(max(x, 1.0), m))


@pytest.mark.parametrize(
    ("frequency", "mean", "words"),
    [([0] * 50, [0] * 50, "Only 0"), ([2] * 9, range(1, 10), "Only 9"), ([2] * 50, [10] * 50, "the same")],
)
def test_refuses_thin_data(frequency, mean, words):
    with pytest.raises(UnfitData, match=words):
        fit_gamma_gamma(frequency, list(mean))


def test_refuses_spend_without_mean():
    m = np.exp(np.random.default_rng(1).standard_cauchy(400).clip(-12, 12) * 1.5)
    with pytest.raises(UnfitData, match="no mean"):
        fit_gamma_gamma(np.full(400, 20), m)


def test_free_repeat_purchases_are_left_out_and_told(sample):
    spend = np.where(np.arange(len(sample.spend)) < 300, 0, sample.spend)
    left_out = int(((sample.frequency > 0) & (spend == 0)).sum())
    model = fit_gamma_gamma(sample.frequency, spend)
    assert model.card.customers == 946 - left_out + int(((sample.frequency > 0) & (sample.spend == 0)).sum())
    assert f"{left_out:,} customers whose repeat purchases brought in nothing were left out." in model.card.notes
