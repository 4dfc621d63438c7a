from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.stats import beta as beta_distribution

from kundenwert.analytical.mining.base.statistics import SufficientStatistics
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.value.beta_geometric_fit import Likelihood
from kundenwert.analytical.mining.value.bg_nbd import BgNbd, fit_bg_nbd

PAPER = BgNbd(r=0.2425945, alpha=4.4136019, a=0.7929199, b=2.4258881)


def test_fit_of_the_paper(sample):
    model = fit_bg_nbd(sample.statistics, period=(date(1997, 1, 1), date(1997, 9, 30)))
    assert model.log_likelihood == pytest.approx(-9582.429, abs=0.0005)
    assert list(model.parameters.values()) == pytest.approx([0.2425945, 4.4136019, 0.7929199, 2.4258881], rel=1e-5)
    card = model.card
    assert (card.model, card.customers, card.unit, card.notes) == ("BG/NBD", 2357, "week", ())
    assert (card.period_from, card.period_to) == (date(1997, 1, 1), date(1997, 9, 30))
    # Fader and Hardie publish none; these are what lifetimes prints for the same data
    assert list(card.standard_errors.values()) == pytest.approx([0.0126, 0.378, 0.186, 0.705], rel=0.02)
    each = model.log_likelihood_of(sample.frequency, sample.recency, sample.T)
    assert each.sum() == pytest.approx(model.log_likelihood, abs=1e-8)


def test_numbers_of_the_paper():
    assert PAPER.expected_purchases(39, 2, 30.43, 38.86) == pytest.approx(1.226, abs=0.0005)
    assert PAPER.expected_purchases(52, 26, 30.857143, 31) == pytest.approx(25.757, abs=0.001)
    assert PAPER.probability_alive(26, 30.857143, 31) == pytest.approx(0.9689, abs=0.0001)
    assert PAPER.expected_purchases_new(52) == pytest.approx(1.4440, abs=0.0001)


def test_likelihood_does_not_underflow():
    given = BgNbd(r=0.25, alpha=4, a=0.8, b=2.5)
    assert given.log_likelihood_of([0, 200], [0, 38], 40) == pytest.approx([-0.59947382, 100.7957], abs=1e-4)


def test_gradient_is_that_of_the_likelihood(sample):
    likelihood = Likelihood(sample.statistics, 1 / 30, shift=0)
    at = np.log([0.3, 0.2, 0.9, 2.0])
    _, gradient = likelihood(at)
    steps = np.eye(4) * 1e-6
    assert gradient == pytest.approx([(likelihood(at + s)[0] - likelihood(at - s)[0]) / 2e-6 for s in steps], rel=1e-6)


@pytest.mark.parametrize("a", [0.3, 0.999999, 1.0, 1.00002, 1.7, 30.0])
@pytest.mark.parametrize(("x", "T", "periods"), [(0, 0.0, 52.0), (3, 40.0, 10.0), (50, 20.0, 400.0), (2, 1.0, 1e6)])
def test_expectation_is_the_integral_over_the_chance_to_leave(a, x, T, periods):
    """Also where the formula of the paper has a pole (a = 1) or its terms overflow."""
    model = BgNbd(r=0.3, alpha=5.0, a=a, b=0.6 if a < 1 else 2.0)
    posterior = beta_distribution(model.a, model.b + x)

    def purchases(log_p):
        p = math.exp(log_p)
        shrink = math.expm1(-(model.r + x) * math.log1p(p * periods / (model.alpha + T)))
        return -shrink / p * posterior.pdf(p) * p

    # over ln p: the density may have poles at both ends
    total = quad(purchases, -700, -1, limit=500, points=[-40, -20, -10, -5])[0] + sum(
        quad(lambda q: purchases(math.log1p(-q)) / (1 - q), low, high, limit=500)[0]
        for low, high in [(0.0, 1e-6), (1e-6, 1e-2), (1e-2, 1 - math.exp(-1))]
    )
    assert model.expected_if_alive(periods, x, T) == pytest.approx(total, rel=1e-5)


def test_unit_of_time_changes_nothing(sample):
    weeks = fit_bg_nbd(sample.statistics)
    days = fit_bg_nbd(SufficientStatistics.of(sample.frequency, sample.recency * 7, sample.T * 7, unit="day"))
    assert days.alpha == pytest.approx(weeks.alpha * 7, rel=1e-5)
    assert days.probability_alive(sample.frequency, sample.recency * 7, sample.T * 7) == pytest.approx(
        weeks.probability_alive(sample.frequency, sample.recency, sample.T), rel=1e-6
    )
    assert days.card.unit == "day"


def test_order_and_compression_of_customers_change_nothing(sample):
    shuffled = np.random.default_rng(3).permutation(len(sample.T))
    single = SufficientStatistics(
        sample.frequency[shuffled], sample.recency[shuffled], sample.T[shuffled], np.ones(len(shuffled))
    )
    compressed = fit_bg_nbd(sample.statistics)
    assert fit_bg_nbd(single).parameters == pytest.approx(compressed.parameters, rel=1e-6)


@pytest.mark.parametrize(
    ("frequency", "recency", "T", "words"),
    [
        ([], [], [], "no customers"),
        ([0] * 50, [0] * 50, [30] * 50, "None of the 50"),
        ([0] * 50, [0] * 50, [0] * 50, "last period"),
        ([0] * 50 + [1] * 9, [0] * 50 + [3] * 9, [30] * 59, "Only 9 of 59"),
        # everybody buys in every period to the end: nothing to learn about leaving
        ([30] * 80, [30] * 80, [30] * 80, "runs off to"),
    ],
)
def test_refuses_thin_data(frequency, recency, T, words):
    with pytest.raises(UnfitData, match=words) as refused:
        fit_bg_nbd(SufficientStatistics.of(frequency, recency, T))
    assert refused.value.needed


@pytest.mark.parametrize(
    ("x", "t_x", "T"), [(-1, 0, 5), (1, 6, 5), (0, 2, 5), (float("nan"), 1, 5), (1, 1, float("inf"))]
)
def test_refuses_impossible_customers(x, t_x, T):
    with pytest.raises(ValueError, match="must"):
        PAPER.probability_alive(x, t_x, T)


def test_refuses_impossible_parameters():
    with pytest.raises(ValueError, match="greater than 0"):
        BgNbd(r=0.2, alpha=0, a=1, b=1)
