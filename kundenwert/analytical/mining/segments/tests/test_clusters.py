from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest
from sklearn.metrics import adjusted_rand_score

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.segments.clusters import fit_segments
from kundenwert.analytical.mining.segments.scaling import Scaling
from kundenwert.analytical.mining.segments.stability import adjusted_rand_stability

FEATURES = ["frequency", "value"]


def three_kinds(n=300, seed=0):
    """Rare and small (half), often and small (a third), rare and large (the rest)."""
    random = np.random.default_rng(seed)
    truth = np.repeat([0, 1, 2], [n // 2, n // 3, n - n // 2 - n // 3])
    frequency = np.array([2.0, 40.0, 3.0])[truth] * random.lognormal(0, 0.25, n)
    value = np.array([100.0, 120.0, 5000.0])[truth] * random.lognormal(0, 0.3, n)
    return truth, pa.table({"frequency": frequency, "value": value})


@pytest.mark.parametrize("method", ["k-means", "mixture"])
def test_three_kinds_are_found(method):
    truth, table = three_kinds()
    found = fit_segments(table, FEATURES, method=method, most=5)
    assert found.k == 3
    assert adjusted_rand_score(truth, found.labels) > 0.97
    assert found.table().column("customers").to_pylist() == sorted(np.bincount(found.labels).tolist(), reverse=True)
    assert found.reason.startswith("3 segments have the best")
    assert found.predict(table).tolist() == found.labels.tolist()
    assert any(note.startswith("As logarithms: ") for note in found.card.notes)


def test_cents_and_euros_give_the_same_segments():
    _truth, table = three_kinds()
    cents = table.set_column(1, "value", pa.array(table.column("value").to_numpy() * 100))
    one, other = (fit_segments(given, FEATURES, most=4) for given in (table, cents))
    assert one.labels.tolist() == other.labels.tolist()
    assert one.card.parameters == pytest.approx(other.card.parameters)


def test_no_groups_are_said_to_be_none():
    random = np.random.default_rng(5)
    table = pa.table({"a": random.normal(size=400), "b": random.normal(size=400), "c": random.normal(size=400)})
    found = fit_segments(table, ["a", "b", "c"], most=4)
    assert max(one.stability for one in found.candidates) < 0.9
    assert any("slices of one crowd" in note for note in found.card.notes)


def test_gaps_are_in_no_segment():
    _truth, table = three_kinds()
    holes = pa.table({"frequency": [None, 2.0, 1e12], "value": [3.0, None, -5.0]})
    found = fit_segments(pa.concat_tables([table, holes.slice(0, 2)]), FEATURES, k=3)
    assert found.labels[-2:].tolist() == [-1, -1]
    assert found.predict(holes)[:2].tolist() == [-1, -1]
    assert found.predict(holes)[2] in {0, 1, 2}
    assert any("2 customers with a missing feature" in note for note in found.card.notes)
    assert found.reason == "3 segments, as asked for."


def test_thin_data_are_refused():
    _truth, table = three_kinds()
    with pytest.raises(UnfitData, match="99 customers"):
        fit_segments(table.slice(0, 99), FEATURES)
    with pytest.raises(UnfitData, match="3 ways only"):
        fit_segments(pa.table({"a": [1.0, 2.0, 3.0] * 50}), ["a"])


def test_scaling_by_hand():
    X = np.column_stack([np.r_[np.zeros(90), np.full(10, 100.0)], np.arange(100.0), np.full(100, 7.0)])
    made = Scaling.of(X)
    assert made.log.tolist() == [True, False, False]
    Z = made.apply(X)
    np.testing.assert_allclose(Z.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(Z.std(axis=0), [1, 1, 0], atol=1e-12)


def test_stability_of_something_fixed_and_of_chance():
    X = np.random.default_rng(0).normal(size=(200, 2))
    fixed = adjusted_rand_stability(lambda rows, seed: lambda given: (given[:, 0] > 0).astype(int), X)
    assert fixed.tolist() == [1.0] * 10
    chance = adjusted_rand_stability(
        lambda rows, seed: lambda given: np.random.default_rng(seed).integers(0, 3, len(given)), X
    )
    assert abs(chance.mean()) < 0.05
