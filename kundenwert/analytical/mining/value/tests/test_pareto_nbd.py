from __future__ import annotations

import math

import numpy as np
import pytest
from scipy.integrate import quad
from scipy.special import expn, hyp2f1, hyperu

from kundenwert.analytical.mining.base.statistics import SufficientStatistics
from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.value.exponential_integral import scaled_exponential_integral
from kundenwert.analytical.mining.value.pareto_nbd import ParetoNbd, fit_pareto_nbd
from kundenwert.analytical.mining.value.pareto_nbd_fit import Likelihood

PAPER = ParetoNbd(r=0.55315, alpha=10.57633, s=0.60625, beta=11.67150)


def test_fit_of_the_paper(sample):
    model = fit_pareto_nbd(sample.statistics)
    assert model.log_likelihood == pytest.approx(-9594.976, abs=0.0005)
    assert list(model.parameters.values()) == pytest.approx([0.55315, 10.57633, 0.60625, 11.67150], rel=3e-4)
    # the top is flat: the published figures lie on it to five digits, not above ours
    published = PAPER.log_likelihood_of(sample.frequency, sample.recency, sample.T).sum()
    assert published == pytest.approx(model.log_likelihood, abs=1e-5)
    assert published <= model.log_likelihood
    each = model.log_likelihood_of(sample.frequency, sample.recency, sample.T)
    assert each.sum() == pytest.approx(model.log_likelihood, abs=1e-8)
    assert model.probability_alive(26, 30.857143, 31) == pytest.approx(0.99787, abs=1e-5)
    assert model.expected_purchases_new(52) == pytest.approx(1.47343, abs=1e-5)
    assert set(model.card.standard_errors) == {"r", "alpha", "s", "beta"}


def test_numbers_of_the_paper():
    # published with parameters of more digits than the paper prints; five of six digits remain
    assert PAPER.expected_purchases(52, 26, 30.857143, 31) == pytest.approx(25.4565, abs=1e-3)
    assert PAPER.probability_alive(26, 30.857143, 31) == pytest.approx(0.99787, abs=1e-5)
    assert PAPER.expected_purchases_new(52) == pytest.approx(1.47343, abs=1e-4)


def test_many_purchases_do_not_underflow():
    given = ParetoNbd(r=0.55, alpha=10.58, s=0.61, beta=11.67)
    assert given.expected_purchases(10, [132, 133], 200, 200) == pytest.approx([6.20605, 6.25287], abs=1e-5)


def test_gradient_is_that_of_the_likelihood(sample):
    for alpha, beta in [(0.2, 2.0), (2.0, 0.2)]:
        likelihood = Likelihood(sample.statistics, 1 / 30)
        at = np.log([0.3, alpha, 0.9, beta])
        _, gradient = likelihood(at)
        steps = np.eye(4) * 1e-6
        differences = [(likelihood(at + s)[0] - likelihood(at - s)[0]) / 2e-6 for s in steps]
        assert gradient == pytest.approx(differences, rel=1e-6)


@pytest.mark.parametrize("parameters", [(0.55, 10.58, 0.61, 11.67), (0.9, 20.0, 1.0, 3.0), (2.0, 4.0, 3.0, 50.0)])
@pytest.mark.parametrize("customer", [(0, 0, 38.86), (2, 30.43, 38.86), (7, 3.0, 30.0), (26, 30.0, 31.0)])
def test_likelihood_with_hypergeometric_functions_as_the_papers_write_it(parameters, customer):
    """Fader and Hardie (2005), equations 20 and 22."""
    r, alpha, s, beta = parameters
    x, t_x, T = customer
    total = r + s + x
    low, second = (beta, s + 1) if alpha >= beta else (alpha, r + x)
    high = max(alpha, beta)

    def part(t):
        return hyp2f1(total, second, total + 1, (high - low) / (high + t)) / (high + t) ** total

    braces = (alpha + T) ** -(r + x) * (beta + T) ** -s + s / total * (part(t_x) - part(T))
    written = math.lgamma(r + x) - math.lgamma(r) + r * math.log(alpha) + s * math.log(beta) + math.log(braces)
    model = ParetoNbd(r=r, alpha=alpha, s=s, beta=beta)
    assert model.log_likelihood_of(*customer) == pytest.approx(written, rel=1e-9)


def test_expectation_without_its_pole():
    """At s = 1 the fraction of the paper is 0/0; its neighbours show where it goes."""
    at, near = (ParetoNbd(r=0.5, alpha=10, s=s, beta=12).expected_if_alive(52, 3, 30) for s in (1.0, 1.0 + 1e-9))
    assert at == pytest.approx(near, rel=1e-8)
    assert at == pytest.approx(3.5 * 42 / 40 * math.log1p(52 / 42))


def test_discounted_transactions_are_the_sum_over_time():
    """Of expected purchases at each moment, discounted: the definition of DERT."""
    rate, history = 0.0027, (7, 35.0, 77.0)

    def purchases_at(t):
        return math.exp(-rate * t) * PAPER.expected_purchases([t + 0.5, t - 0.5], *history) @ [1, -1]

    total = quad(purchases_at, 0.5, 20_000, limit=500, points=[10, 100, 1000, 5000])[0]
    first = PAPER.expected_purchases(0.5, *history)
    assert PAPER.discounted_residual_transactions(rate, *history) == pytest.approx(total + first / 2, rel=2e-3)


def test_discounted_transactions_as_the_paper_writes_them():
    """Fader, Hardie and Lee (2005), equation 2, by the confluent hypergeometric function."""
    r, alpha, s, beta = PAPER.parameters.values()
    rate, x, t_x, T = 0.0027, 7, 35.0, 77.0
    written = (
        r * math.log(alpha) + s * math.log(beta) + (s - 1) * math.log(rate) + math.lgamma(r + x + 1)
        + math.log(hyperu(s, s, rate * (beta + T))) - math.lgamma(r) - (r + x + 1) * math.log(alpha + T)
    ) - PAPER.log_likelihood_of(x, t_x, T)  # fmt: skip
    assert PAPER.discounted_residual_transactions(rate, x, t_x, T) == pytest.approx(math.exp(written), rel=1e-9)
    with pytest.raises(ValueError, match="without discount"):
        PAPER.discounted_if_alive(0.0, 1, 10)


@pytest.mark.parametrize("order", [1, 2, 5, 40])
def test_exponential_integral_of_whole_order(order):
    z = np.array([1e-9, 1e-3, 0.135, 1.0, 20.0, 500.0])
    assert scaled_exponential_integral(order, z) == pytest.approx(np.exp(z) * expn(order, z), rel=1e-10)


def test_unit_of_time_changes_nothing(sample):
    weeks = fit_pareto_nbd(sample.statistics)
    days = fit_pareto_nbd(SufficientStatistics.of(sample.frequency, sample.recency * 7, sample.T * 7, unit="day"))
    assert days.probability_alive(sample.frequency, sample.recency * 7, sample.T * 7) == pytest.approx(
        weeks.probability_alive(sample.frequency, sample.recency, sample.T), rel=1e-5
    )


def test_refuses_customers_who_all_buy_alike():
    with pytest.raises(UnfitData, match="runs off to"):
        fit_pareto_nbd(SufficientStatistics.of([30] * 80, [30] * 80, [30] * 80))
