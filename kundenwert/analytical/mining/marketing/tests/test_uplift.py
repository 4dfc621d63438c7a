from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.marketing.qini import qini_curve
from kundenwert.analytical.mining.marketing.uplift import conversion_lift, mean_lift


def test_newcombe_1998_table_2():
    # Example (a): 56/70 against 48/80, method 10
    lift = conversion_lift(56, 70, 48, 80)
    assert (round(lift.difference, 4), round(lift.low, 4), round(lift.high, 4)) == (0.2, 0.0524, 0.3339)
    # Example (b): 9/10 against 3/10
    other = conversion_lift(9, 10, 3, 10)
    assert (round(other.low, 4), round(other.high, 4)) == (0.1705, 0.8090)
    # Example (h): 10/10 against 0/10
    last = conversion_lift(10, 10, 0, 10)
    assert (round(last.low, 4), round(last.high, 4)) == (0.6075, 1.0)


def test_words():
    assert conversion_lift(56, 70, 48, 80).verdict == "The campaign raised the result beyond chance."
    assert conversion_lift(48, 80, 56, 70).verdict == "The campaign lowered the result beyond chance."
    unclear = conversion_lift(50, 100, 49, 100)
    assert unclear.verdict == "No effect can be told from chance."
    assert unclear.extra == pytest.approx(1)
    assert conversion_lift(5, 10, 0, 10).relative is None


def test_welch_agrees_with_scipy():
    random = np.random.default_rng(1)
    one, other = random.gamma(2, 30, 80), random.gamma(2, 25, 300)
    lift = mean_lift(one, other)
    wanted = stats.ttest_ind(one, other, equal_var=False).confidence_interval(0.95)
    assert (lift.low, lift.high) == pytest.approx((wanted.low, wanted.high))
    assert lift.extra == pytest.approx((one.mean() - other.mean()) * 80)


def test_equal_values_have_no_width():
    lift = mean_lift([2.0] * 10, [1.0] * 10)
    assert (lift.low, lift.high, lift.relative) == (1, 1, 1)


def test_small_groups_are_refused():
    with pytest.raises(UnfitData, match="9 treated"):
        conversion_lift(1, 9, 1, 100)
    with pytest.raises(UnfitData, match="5 held out"):
        mean_lift([1.0] * 10, [1.0] * 5)


@settings(max_examples=100, deadline=None)
@given(st.integers(10, 500), st.integers(10, 500), st.data())
def test_the_interval_holds_the_difference(treated, control, data):
    a, b = data.draw(st.integers(0, treated)), data.draw(st.integers(0, control))
    lift = conversion_lift(a, treated, b, control)
    assert -1 <= lift.low <= lift.difference + 1e-12
    assert lift.difference - 1e-12 <= lift.high <= 1 + 1e-12
    mirror = conversion_lift(b, control, a, treated)
    assert (mirror.low, mirror.high) == pytest.approx((-lift.high, -lift.low))


def people(n=4000, seed=2):
    random = np.random.default_rng(seed)
    need, treated = random.random(n), random.random(n) < 0.5
    converted = random.random(n) < 0.1 + 0.4 * need * treated
    return need, treated, converted


def test_qini_knows_good_from_bad():
    need, treated, converted = people()
    good, bad = qini_curve(need, treated, converted), qini_curve(-need, treated, converted)
    assert 0.05 < good.coefficient < 1
    assert bad.coefficient < -0.05
    assert good.gain[-1] == pytest.approx(bad.gain[-1])
    flat = qini_curve(np.zeros(len(need)), treated, converted)
    assert flat.coefficient == 0
    assert flat.targeted.tolist() == [0, len(need)]


def test_a_perfect_score_has_coefficient_one():
    _need, treated, converted = people()
    perfect = 2.0 * (converted == treated) + treated
    assert qini_curve(perfect, treated, converted).coefficient == pytest.approx(1)


def test_order_of_rows_does_not_matter_even_with_ties():
    need, treated, converted = people(500)
    score = np.round(need, 1)
    order = np.random.default_rng(0).permutation(500)
    one, other = qini_curve(score, treated, converted), qini_curve(score[order], treated[order], converted[order])
    np.testing.assert_allclose(one.gain, other.gain)
    assert one.coefficient == pytest.approx(other.coefficient)


def test_qini_by_hand():
    treated = np.array([1, 0] * 10, dtype=bool)
    converted = np.zeros(20, dtype=bool)
    converted[:4] = [True, False, True, False]
    curve = qini_curve(np.r_[np.full(4, 2.0), np.ones(16)], treated, converted)
    assert curve.targeted.tolist() == [0, 4, 20]
    assert curve.gain.tolist() == [0, 2, 2]
    # area 4 + 32 less the line's 20
    assert curve.area == pytest.approx(16 / 400)
    with pytest.raises(UnfitData, match="too few for a curve"):
        qini_curve([1.0] * 12, [True] * 11 + [False], [True] * 12)
