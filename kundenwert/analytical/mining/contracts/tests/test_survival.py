from __future__ import annotations

import csv
import sys

import numpy as np
import pytest
from lifelines import KaplanMeierFitter

from kundenwert.analytical.mining.contracts.residual_value import residual_value
from kundenwert.analytical.mining.contracts.survival import cox, kaplan_meier
from kundenwert.analytical.mining.errors import UnfitData


@pytest.fixture
def telco(real_file):
    """Months with the company, whether left, monthly charges, senior citizen."""
    with real_file("telco_churn_ibm/Telco-Customer-Churn.csv").open() as file:
        rows = [row for row in csv.DictReader(file) if float(row["tenure"]) > 0]
    pick = [
        (float(r["tenure"]), r["Churn"] == "Yes", float(r["MonthlyCharges"]), float(r["SeniorCitizen"])) for r in rows
    ]
    return [np.array(column) for column in zip(*pick, strict=True)]


def test_curve_of_the_telco(telco):
    tenure, left, *_ = telco
    curve = kaplan_meier(tenure, left)
    assert len(curve.times) == len(set(tenure[left]))
    at_risk, still = 1.0 * len(tenure), 1.0
    for month, share in zip(curve.times[:12], curve.share, strict=False):
        at_risk = (tenure >= month).sum()
        still *= 1 - (left & (tenure == month)).sum() / at_risk
        assert share == pytest.approx(still, rel=1e-12)
    reference = KaplanMeierFitter().fit(tenure, left)
    limits = reference.confidence_interval_survival_function_
    at = curve.times.searchsorted(30)
    assert curve.share[at] == pytest.approx(reference.predict(curve.times[at]), rel=1e-9)
    assert [curve.low[at], curve.high[at]] == pytest.approx(list(limits.loc[curve.times[at]]), rel=1e-6)
    assert curve.median is None
    assert curve.survival([0, 0.5, 1e6]) == pytest.approx([1, 1, curve.share[-1]])
    assert residual_value(curve, 71, 50, horizon=1) == pytest.approx(50 * curve.survival(72) / curve.survival(71))


def test_curve_that_falls_to_zero():
    curve = kaplan_meier(range(1, 21), [True] * 20)
    assert curve.share[-1] == 0
    assert curve.median == 10
    for limit in (curve.low, curve.high):
        assert np.all((limit >= 0) & (limit <= 1))
    assert residual_value(curve, 30, 10, horizon=5) == 0


def test_hazard_ratios(telco):
    tenure, left, charges, senior = telco
    found = cox({"monthly charges": charges, "senior": senior}, tenure, left)
    assert found.ratios["senior"].ratio > 1.3
    assert found.ratios["senior"].low > 1
    assert found.ratios["senior"].p_value < 0.001
    assert 0.5 < found.concordance < 0.7
    assert found.card.parameters["senior"] == found.ratios["senior"].ratio


def test_ratio_that_is_known():
    """Exponential durations, risk doubled by the figure."""
    chance = np.random.default_rng(4)
    figure = np.repeat([0.0, 1.0], 2000)
    life = chance.exponential(10 / (1 + figure))
    found = cox({"figure": figure}, np.minimum(life, 15), life < 15).ratios["figure"]
    assert found.low < 2 < found.high


def test_refuses_thin_data(monkeypatch):
    with pytest.raises(UnfitData, match="Only 9 of 30"):
        kaplan_meier(range(30), [True] * 9 + [False] * 21)
    with pytest.raises(UnfitData, match="at least 20"):
        cox({"a": range(30), "b": [0, 1] * 15}, range(1, 31), [True] * 15 + [False] * 15)
    with pytest.raises(UnfitData, match="b does not vary"):
        cox({"a": range(30), "b": [1] * 30}, range(1, 31), [True] * 30)
    with pytest.raises(UnfitData, match="did not settle"):
        cox({"a": range(30), "b": range(30)}, range(1, 31), [True] * 30)
    monkeypatch.setitem(sys.modules, "lifelines", None)
    with pytest.raises(ImportError, match=r"kundenwert\[survival\]"):
        cox({"a": range(30)}, range(1, 31), [True] * 30)
