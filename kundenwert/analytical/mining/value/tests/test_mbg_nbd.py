from __future__ import annotations

import math

import pytest

from kundenwert.analytical.mining.value.bg_nbd import fit_bg_nbd
from kundenwert.analytical.mining.value.mbg_nbd import MbgNbd, fit_mbg_nbd


def test_fit_of_the_paper(sample):
    model = fit_mbg_nbd(sample.statistics)
    assert list(model.parameters.values()) == pytest.approx([0.525, 6.183, 0.891, 1.614], abs=0.0006)
    each = model.log_likelihood_of(sample.frequency, sample.recency, sample.T)
    assert each.sum() == pytest.approx(model.log_likelihood, abs=1e-8)
    assert model.card.model == "MBG/NBD"


def test_who_bought_once_may_be_gone(sample):
    modified, plain = fit_mbg_nbd(sample.statistics), fit_bg_nbd(sample.statistics)
    assert plain.probability_alive(0, 0, 38.0) == 1.0
    assert 0.2 < modified.probability_alive(0, 0, 38.0) < 0.6


def test_new_customers_leave_after_the_first_purchase_too():
    model = MbgNbd(r=0.525, alpha=6.183, a=0.891, b=1.614)
    assert model.probability_alive(0, 0, 0) == pytest.approx(1.614 / (1.614 + 0.891))
    # nearly nobody returns where nearly everybody leaves at once
    assert MbgNbd(r=0.5, alpha=6, a=500, b=0.5).expected_purchases_new(1e4) == pytest.approx(0.001, abs=0.0002)


def test_likelihood_as_the_paper_writes_it():
    r, alpha, a, b = 0.525, 6.183, 0.891, 1.614
    x, t_x, T = 3, 20.0, 30.0

    def beta(p, q):
        return math.gamma(p) * math.gamma(q) / math.gamma(p + q)

    braces = beta(a, b + x + 1) * (alpha + T) ** -(r + x) + beta(a + 1, b + x) * (alpha + t_x) ** -(r + x)
    written = math.gamma(r + x) / math.gamma(r) * alpha**r * braces / beta(a, b)
    model = MbgNbd(r=r, alpha=alpha, a=a, b=b)
    assert model.log_likelihood_of(x, t_x, T) == pytest.approx(math.log(written), rel=1e-12)
