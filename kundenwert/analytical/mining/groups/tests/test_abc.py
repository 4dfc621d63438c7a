from __future__ import annotations

import math

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.groups.abc import abc, abc_classes
from kundenwert.analytical.mining.groups.concentration import lorenz_curve
from kundenwert.analytical.mining.tables import to_arrow


def table(values):
    return pa.table({"id": list(range(len(values))), "revenue": pa.array(values, pa.float64())})


def letters(values, **options):
    return "".join(to_arrow(abc(table(values), "revenue", **options)).sort_by("id")["abc"].to_pylist())


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([80, 15, 5], "ABC"),
        ([8, 1, 1], "ABB"),
        ([100], "A"),
        ([95, 5], "AC"),
        ([10, 10, 10, 10], "AAAA"),
        ([50, 0, -20, None], "ACCC"),
        ([0, 0], "CC"),
        ([-1, -2], "CC"),
        ([40, 40, 10, 5, 5], "AABBB"),
        ([40, 40, 15, 3, 2], "AABCC"),
    ],
)
def test_classes(values, expected) -> None:
    assert letters(values) == expected


def test_free_bounds() -> None:
    assert letters([50, 30, 15, 5], shares=(0.5, 0.3, 0.15, 0.05)) == "ABCD"
    assert letters([50, 30], shares=(1,)) == "AA"
    for wrong in ((0.8, 0.3), (), (1.2, -0.2)):
        with pytest.raises(ValueError, match="add up to 1"):
            abc(table([1]), "revenue", shares=wrong)
    with pytest.raises(UnfitData, match="'profit'"):
        abc(table([1]), "profit")


def test_table_of_classes() -> None:
    found = abc_classes(abc(table([70, 20, 6, 4, -10]), "revenue"), "revenue")
    assert found.to_pylist() == [
        {"abc": "A", "members": 2, "figure": 90.0, "share": pytest.approx(0.9)},
        {"abc": "B", "members": 1, "figure": 6.0, "share": pytest.approx(0.06)},
        {"abc": "C", "members": 2, "figure": -6.0, "share": pytest.approx(0.04)},
    ]


figures = st.lists(st.integers(-500, 5000).map(lambda cents: cents / 100), min_size=1, max_size=40)


@settings(max_examples=12, deadline=None)
@given(figures, st.sampled_from([0.01, 3.0, 1000.0]), st.randoms(use_true_random=False))
def test_properties(values, factor, random) -> None:
    found = to_arrow(abc(table(values), "revenue")).sort_by("id")
    by_value = {}
    for value, letter in zip(values, found["abc"].to_pylist(), strict=True):
        assert by_value.setdefault(value, letter) == letter
    ordered = [by_value[value] for value in sorted(by_value, reverse=True)]
    assert ordered == sorted(ordered)
    share = found["share"].to_numpy()
    assert np.all(np.isfinite(share))
    assert share.sum() == pytest.approx(1.0 if max(values) > 0 else 0.0)
    order = random.sample(range(len(values)), len(values))
    scaled = letters([values[place] * factor for place in order])
    assert scaled == "".join(by_value[values[place]] for place in order)


def test_lorenz_and_gini() -> None:
    curve = lorenz_curve(table([1, 1, 2, 6]), "revenue")
    assert curve.population.tolist() == [0.0, 0.5, 0.75, 1.0]
    assert curve.share.tolist() == [0.0, 0.2, 0.4, 1.0]
    assert curve.gini == pytest.approx(0.4)  # Σ|x_i - x_j| / (2 n² mean) = 32 / 80
    assert curve.share_of_top(0.25) == pytest.approx(0.6)
    assert (curve.share_of_top(0), curve.share_of_top(1)) == (0.0, 1.0)
    assert lorenz_curve(table([3, 3, 3]), "revenue").gini == pytest.approx(0.0)
    assert lorenz_curve(table([0, -4, None, 9]), "revenue").gini == pytest.approx(0.75)
    with pytest.raises(UnfitData, match="positive"):
        lorenz_curve(table([0, -1]), "revenue")
    with pytest.raises(UnfitData, match="positive"):
        lorenz_curve(table([]), "revenue")
    with pytest.raises(ValueError, match="between 0 and 1"):
        curve.share_of_top(1.5)


@settings(max_examples=12, deadline=None)
@given(figures.filter(lambda values: max(values) > 0), st.sampled_from([0.01, 1000.0]))
def test_gini_is_the_mean_difference(values, factor) -> None:
    curve = lorenz_curve(table(values), "revenue", points=5)
    kept = np.maximum(np.array(values), 0)
    truth = np.abs(kept[:, None] - kept).sum() / (2 * len(kept) ** 2 * kept.mean())
    assert curve.gini == pytest.approx(truth, abs=1e-9)
    assert lorenz_curve(table([value * factor for value in values]), "revenue").gini == pytest.approx(truth, abs=1e-6)
    assert len(curve.share) <= 7
    assert np.all(np.diff(curve.share) >= 0)
    assert np.all(np.diff(curve.population) > 0)
    assert np.all(curve.share <= curve.population + 1e-12)
    assert math.isfinite(curve.total)
