from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import csv
from sklearn.metrics import roc_auc_score

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.risk.churn_classifier import fit_churn_classifier


def customers(n=600, seed=0, effect=2.0):
    random = np.random.default_rng(seed)
    visits = random.normal(size=n)
    tariff = random.choice(["basic", "plus", "top"], n)
    chance = 1 / (1 + np.exp(-(effect * visits + effect * (tariff == "basic") - 1)))
    return pa.table(
        {
            "number": [f"K{index}" for index in range(n)],
            "visits": visits,
            "tariff": tariff,
            "noise": random.normal(size=n),
            "left": random.random(n) < chance,
        }
    )


def test_finds_what_there_is():
    table = customers(1500)
    found = fit_churn_classifier(table, churned="left", folds=5)
    assert found.method == "logistic"  # the truth is one, so boosting cannot earn its keep
    assert max(one.auc for one in found.compared) > 0.85
    assert "number" not in found.encoder.kinds
    assert any("left out: number" in note for note in found.card.notes)
    fresh = customers(3000, seed=1)
    probability = found.predict(fresh)
    left = fresh.column("left").to_numpy()
    assert roc_auc_score(left, probability) > 0.85
    for group in np.array_split(np.argsort(probability), 5):
        assert probability[group].mean() == pytest.approx(left[group].mean(), abs=0.07)


def test_the_same_seed_gives_the_same():
    table = customers(300)
    one, other = (fit_churn_classifier(table, churned="left", folds=4, seed=5) for _time in range(2))
    assert one.card == other.card
    assert one.predict(table).tolist() == other.predict(table).tolist()


def test_noise_is_said_to_be_noise():
    found = fit_churn_classifier(customers(400, effect=0.0), churned="left", folds=5)
    assert found.predict(customers(400, effect=0.0)) == pytest.approx(found.base_rate, abs=0.12)
    assert any("hardly anything" in note for note in found.card.notes)


def test_a_label_that_leaks_only_through_the_levels_does_not_score():
    # Each customer's advisor is one of many; levels learnt outside the folds would look like knowledge.
    random = np.random.default_rng(4)
    table = pa.table({"advisor": random.integers(0, 150, 600).astype(str).tolist(), "left": random.random(600) < 0.5})
    table = table.set_column(0, "advisor", pa.array([f"a{name}" for name in table.column("advisor").to_pylist()]))
    found = fit_churn_classifier(table, churned="left", folds=5)
    assert all(one.auc < 0.57 for one in found.compared)


def test_gaps_and_unknown_levels_are_no_trouble():
    found = fit_churn_classifier(customers(), churned="left", folds=4)
    odd = pa.table({"visits": [None, 1e9, -1e9], "tariff": [None, "new", "basic"], "noise": [0.0, None, None]})
    probability = found.predict(odd)
    assert np.all(np.isfinite(probability))
    assert np.all((probability >= 0) & (probability <= 1))
    assert found.drivers(odd, top=3)[1][0].feature == "visits"


def test_thin_data_are_refused():
    with pytest.raises(UnfitData, match="customers of 600 have the outcome 'gone'"):
        fit_churn_classifier(customers(), churned="left", positive="gone")
    with pytest.raises(UnfitData, match="No column"):
        fit_churn_classifier(customers(), churned="left", features=["number"])


def test_telco(real_file):
    table = csv.read_csv(real_file("telco_churn_ibm/Telco-Customer-Churn.csv"))
    found = fit_churn_classifier(table, churned="Churn", positive="Yes", leave_out=["customerID"], folds=10)
    by_method = {one.method: one for one in found.compared}
    assert by_method["boosting"].auc >= 0.848
    assert by_method["logistic"].auc >= 0.844
    assert found.method == "boosting"
    assert by_method["boosting"].calibration_error < 0.02
    assert by_method["boosting"].brier < 0.136
    assert found.encoder.kinds["TotalCharges"] == "number"  # text with eleven blanks
    assert found.predict(table).mean() == pytest.approx(found.base_rate, abs=0.01)
    riskiest = int(found.predict(table).argmax())
    drivers = found.drivers(table.slice(riskiest, 1))[0]
    assert "Contract is Month-to-month: raises the probability" in [
        one.words.removesuffix(" strongly") for one in drivers
    ]
    assert drivers[0].effect > 0
