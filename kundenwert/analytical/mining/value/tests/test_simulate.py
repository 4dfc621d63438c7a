"""Recovery: a fit finds the parameters its data were made with, within its own standard errors."""

from __future__ import annotations

import numpy as np
import pytest

from kundenwert.analytical.mining.value.bg_nbd import BgNbd, fit_bg_nbd
from kundenwert.analytical.mining.value.gamma_gamma import GammaGamma, fit_gamma_gamma
from kundenwert.analytical.mining.value.mbg_nbd import MbgNbd, fit_mbg_nbd
from kundenwert.analytical.mining.value.pareto_nbd import ParetoNbd, fit_pareto_nbd
from kundenwert.analytical.mining.value.simulate import simulate, simulate_spend

CASES = [
    (BgNbd(r=0.6, alpha=5.0, a=0.9, b=2.5), fit_bg_nbd),
    (MbgNbd(r=0.6, alpha=5.0, a=0.9, b=2.5), fit_mbg_nbd),
    (ParetoNbd(r=0.6, alpha=10.0, s=0.6, beta=12.0), fit_pareto_nbd),
]


@pytest.mark.parametrize(("truth", "fit"), CASES)
def test_buying_parameters_are_recovered(truth, fit):
    """Standardised errors of repeated fits must be about normal: none beyond 4, their mean square about 1."""
    standardised = []
    for seed in range(12):
        made = simulate(truth, np.random.default_rng(seed).uniform(20, 60, 3000), seed=seed)
        model = fit(made.statistics())
        off = np.log(list(model.parameters.values())) - np.log(list(truth.parameters.values()))
        standardised.append(off / np.sqrt(np.diag(model.log_covariance)))
    assert np.abs(standardised).max() < 4
    assert 0.4 < np.square(standardised).mean() < 2.0


@pytest.mark.parametrize(("truth", "fit"), CASES)
def test_probability_alive_is_right_as_often_as_it_says(truth, fit):
    made = simulate(truth, np.full(20_000, 40.0), seed=9)
    alive = truth.probability_alive(made.frequency, made.recency, made.T)
    for low in np.arange(0, 1, 0.2):
        band = (alive >= low) & (alive <= low + 0.2)
        if band.sum() > 300:
            error = np.sqrt(0.25 / band.sum())
            assert abs(made.alive[band].mean() - alive[band].mean()) < 4 * error


@pytest.mark.parametrize(("truth", "fit"), CASES)
def test_new_customers_buy_as_expected(truth, fit):
    made = simulate(truth, np.full(40_000, 30.0), seed=2)
    error = made.frequency.std() / np.sqrt(len(made.T))
    assert abs(made.frequency.mean() - truth.expected_purchases_new(30.0)) < 4 * error
    again = simulate(truth, np.full(40_000, 30.0), seed=2)
    assert np.array_equal(again.recency, made.recency)


def test_spend_parameters_are_recovered():
    truth = GammaGamma(p=6.0, q=4.0, gamma=15.0)
    standardised = []
    for seed in range(12):
        frequency = np.random.default_rng(seed).integers(0, 9, 3000)
        model = fit_gamma_gamma(frequency, simulate_spend(truth, frequency, seed=seed))
        off = np.log(list(model.parameters.values())) - np.log(list(truth.parameters.values()))
        standardised.append(off / np.sqrt(np.diag(model.log_covariance)))
    assert np.abs(standardised).max() < 4
    assert 0.4 < np.square(standardised).mean() < 2.0
