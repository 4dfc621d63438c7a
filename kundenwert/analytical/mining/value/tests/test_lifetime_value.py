from __future__ import annotations

import math
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.value.bg_nbd import BgNbd, fit_bg_nbd
from kundenwert.analytical.mining.value.gamma_gamma import GammaGamma, fit_gamma_gamma
from kundenwert.analytical.mining.value.lifetime_value import discounted_purchases, lifetime_value, rate_per_period
from kundenwert.analytical.mining.value.next_purchase import next_purchase
from kundenwert.analytical.mining.value.pareto_nbd import ParetoNbd

BG_NBD = BgNbd(r=0.2426, alpha=4.4136, a=0.7929, b=2.4259)
PARETO = ParetoNbd(r=0.55315, alpha=10.57633, s=0.60625, beta=11.67150)
SPEND = GammaGamma(p=6.25, q=3.74, gamma=15.44)
HISTORY = ([0, 2, 7, 26], [0.0, 30.43, 12.0, 30.857143], [38.0, 38.86, 30.0, 31.0])


@pytest.mark.parametrize("model", [BG_NBD, PARETO])
def test_periodic_discounting_by_hand(model):
    rate = rate_per_period(0.15, "week")
    until = np.array([model.expected_purchases(k, *HISTORY) for k in range(53)])
    by_hand = (np.diff(until, axis=0) / (1 + rate) ** np.arange(1, 53)[:, None]).sum(axis=0)
    assert discounted_purchases(model, *HISTORY, horizon=52, rate=rate) == pytest.approx(by_hand, rel=1e-12)


@pytest.mark.parametrize("model", [BG_NBD, PARETO])
def test_continuous_discounting_is_the_limit_of_short_periods(model):
    rate = rate_per_period(0.15, "week", "continuous")
    until = np.array([model.expected_purchases(k / 50, *HISTORY) for k in range(2601)])
    middle = (np.arange(2600) + 0.5) / 50
    by_hand = (np.diff(until, axis=0) * np.exp(-rate * middle)[:, None]).sum(axis=0)
    continuous = discounted_purchases(model, *HISTORY, horizon=52, rate=rate, compounding="continuous")
    assert continuous == pytest.approx(by_hand, rel=1e-6)


def test_endless_horizon():
    """In closed form for Pareto/NBD; the quadrature that serves the others agrees with it."""
    rate = 0.0027
    closed = PARETO.discounted_residual_transactions(rate, *HISTORY)
    assert discounted_purchases(PARETO, *HISTORY, horizon=None, rate=rate, compounding="continuous") == pytest.approx(
        closed, rel=1e-12
    )
    long = discounted_purchases(PARETO, *HISTORY, horizon=1e6, rate=rate, compounding="continuous")
    assert long == pytest.approx(closed, rel=1e-7)
    endless = discounted_purchases(BG_NBD, *HISTORY, horizon=None, rate=rate)
    horizon = discounted_purchases(BG_NBD, *HISTORY, horizon=9000, rate=rate)
    assert endless == pytest.approx(horizon * (1 + rate) ** 0.5, rel=1e-3)  # made half a period earlier
    with pytest.raises(ValueError, match="no sum"):
        discounted_purchases(BG_NBD, *HISTORY, horizon=None, rate=0)


def test_value_is_purchases_times_spend_times_margin():
    mean = [0.0, 20.0, 35.0, 60.0]
    values = lifetime_value(BG_NBD, SPEND, *HISTORY, mean, horizon=52, rate=0.002, margin=0.3)
    assert values.value == pytest.approx(values.purchases * SPEND.expected_spend(HISTORY[0], mean) * 0.3)
    own = lifetime_value(BG_NBD, [10, 20, 30, 40], *HISTORY, horizon=52, rate=0, margin=[0.1, 0.2, 0.3, 0.4])
    assert own.value == pytest.approx(BG_NBD.expected_purchases(52, *HISTORY) * [1, 4, 9, 16])


def test_customers_in_any_order(sample):
    order = np.random.default_rng(0).permutation(len(sample.T))
    columns = sample.frequency, sample.recency, sample.T
    once = discounted_purchases(BG_NBD, *columns, horizon=52, rate=0.002)
    again = discounted_purchases(BG_NBD, *(column[order] for column in columns), horizon=52, rate=0.002)
    assert again == pytest.approx(once[order], rel=1e-12)


def test_scale_of_money(sample):
    buying = fit_bg_nbd(sample.statistics)
    values = []
    for unit in (1.0, 1000.0):
        spend = fit_gamma_gamma(sample.frequency, sample.spend * unit)
        columns = sample.frequency, sample.recency, sample.T, sample.spend * unit
        values.append(lifetime_value(buying, spend, *columns, horizon=52, rate=0.002).value)
    assert values[1] == pytest.approx(values[0] * 1000, rel=1e-6)


@settings(max_examples=60, deadline=None)
@given(st.floats(0, 2), st.floats(0, 200), st.sampled_from(["periodic", "continuous"]))
def test_discount_and_horizon_only_take_away(rate, horizon, compounding):
    plain = BG_NBD.expected_purchases(horizon, *HISTORY)
    discounted = discounted_purchases(BG_NBD, *HISTORY, horizon=horizon, rate=rate, compounding=compounding)
    assert np.all((discounted >= 0) & (discounted <= plain * (1 + 1e-9)))


def test_rates():
    assert (1 + rate_per_period(0.1, "month")) ** 12 == pytest.approx(1.1)
    assert rate_per_period(0.1, "year", "continuous") == pytest.approx(math.log(1.1))
    with pytest.raises(ValueError):
        rate_per_period(-0.1, "week")


def test_next_purchase():
    found = next_purchase(PARETO, *HISTORY)
    rates = np.random.default_rng(1).gamma(26 + PARETO.r, 1 / (31 + PARETO.alpha), 100_000)
    waits = np.random.default_rng(2).exponential(1 / rates)
    assert [found.early[3], found.periods[3], found.late[3]] == pytest.approx(
        list(np.quantile(waits, [0.1, 0.5, 0.9])), rel=0.03
    )
    dates = found.dates(date(1997, 9, 30), "week")
    assert dates[3] == np.datetime64("1997-09-30") + round(float(found.periods[3]) * 7)
    assert next_purchase(BG_NBD, 0, 0, 1e15).dates(date(2024, 1, 1), "week") == np.datetime64("9999-12-31")
