from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.satisfaction.scores import ces, csat, nps

ANSWERS = [10] * 50 + [8] * 30 + [3] * 20


def test_nps_by_hand():
    found = nps(ANSWERS)
    assert found.value == pytest.approx(30)
    # Bonett and Price: p = 51/102, d = 21/102, p - d = 0.29412, sd = √((72/102 - 0.29412²) / 102) = 0.077925
    assert (found.low, found.high) == pytest.approx((29.4118 - 15.2730, 29.4118 + 15.2730), abs=1e-3)
    assert found.n == 100


def test_all_alike_still_has_a_width():
    found = nps([10] * 10)
    assert (found.value, found.high) == (100, 100)
    assert found.low < 75


def test_csat_is_wilsons_interval():
    found = csat([5] * 40 + [4] * 41 + [3] * 100 + [1] * 82)
    # 81 of 263: the example of Newcombe (1998), Two-sided intervals for the single proportion
    assert (round(found.low, 4), round(found.high, 4)) == (0.2553, 0.3662)


def test_ces_is_students_interval():
    found = ces([1, 2, 3, 4, 5, 6, 7, 4, 4, 4])
    assert found.value == 4
    # sd = √(28 / 9), t(9, .975) = 2.262157
    assert found.high == pytest.approx(4 + 2.262157 * (28 / 9 / 10) ** 0.5)


def test_gaps_are_left_out_and_nonsense_is_refused():
    assert nps([*ANSWERS, None, float("nan")]) == nps(ANSWERS)
    with pytest.raises(UnfitData, match="1 answers are not between 0 and 10"):
        nps([*ANSWERS, 11])
    with pytest.raises(UnfitData, match="9 answers"):
        csat([5] * 9)


@given(st.lists(st.integers(1, 5), min_size=10, max_size=60), st.randoms())
def test_intervals_hold_the_value_and_stay_on_the_scale(answers, random):
    shuffled = list(answers)
    random.shuffle(shuffled)
    for score, low, high in ((nps, -100, 100), (csat, 0, 1), (lambda given: ces(given, scale=5), 1, 5)):
        found = score(answers)
        assert low <= found.low <= found.value <= found.high <= high
        assert score(shuffled).value == pytest.approx(found.value)
