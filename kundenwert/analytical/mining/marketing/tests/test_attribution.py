from __future__ import annotations

from itertools import permutations

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.marketing.attribution import (
    METHODS,
    compare_attribution,
    first_touch,
    last_touch,
    linear,
    time_decay,
    u_shaped,
    w_shaped,
)
from kundenwert.analytical.mining.marketing.journeys import Journeys, read_journeys
from kundenwert.analytical.mining.marketing.markov import markov
from kundenwert.analytical.mining.marketing.shapley import shapley, shapley_values

journeys_strategy = st.lists(
    st.tuples(st.lists(st.sampled_from("ABCDE"), min_size=1, max_size=7), st.sampled_from([0, 0, 1, 2.5])),
    min_size=1,
    max_size=30,
).map(lambda made: Journeys.of([path for path, _value in made], [value for _path, value in made]))


@settings(max_examples=200, deadline=None)
@given(journeys_strategy)
def test_every_method_sums_to_the_conversions(journeys):
    methods = {**METHODS, "rate": lambda given: shapley(given, game="rate")}
    for name, method in methods.items():
        credit = method(journeys)
        assert set(credit) == set(journeys.channels), name
        assert sum(credit.values()) == pytest.approx(journeys.total, abs=1e-9), name
        assert all(np.isfinite(value) for value in credit.values()), name
        if name != "rate":
            assert min(credit.values()) >= 0, name


FIVE = Journeys.of(["ABCDE"], [1], leads=[1])


def test_places():
    assert first_touch(FIVE) == {"A": 1, "B": 0, "C": 0, "D": 0, "E": 0}
    assert last_touch(FIVE)["E"] == 1
    assert set(linear(FIVE).values()) == {0.2}
    assert u_shaped(FIVE) == pytest.approx({"A": 0.4, "B": 0.2 / 3, "C": 0.2 / 3, "D": 0.2 / 3, "E": 0.4})
    assert w_shaped(FIVE) == pytest.approx({"A": 0.3, "B": 0.3, "C": 0.05, "D": 0.05, "E": 0.3})
    unknown = Journeys.of(["ABCDE"], [1])
    assert w_shaped(unknown) == pytest.approx({"A": 0.3, "B": 0.05, "C": 0.3, "D": 0.05, "E": 0.3})


def test_short_journeys():
    for method in (u_shaped, w_shaped):
        assert method(Journeys.of(["A"], [3])) == pytest.approx({"A": 3})
        assert method(Journeys.of(["AB"], [1])) == pytest.approx({"A": 0.5, "B": 0.5})
    assert w_shaped(Journeys.of(["ABC"], [1])) == pytest.approx(dict.fromkeys("ABC", 1 / 3))


def test_time_decay_halves():
    credit = time_decay(Journeys.of(["AB"], [3]), half_life=1)
    assert credit == pytest.approx({"A": 1, "B": 2})


def test_markov_by_hand():
    # Start → A → B → won; start → A → lost; start → B → lost: P(A) = 2/3, A → B 1/2, B → won 1/2.
    journeys = Journeys.of(["AB", "A", "B"], [1, 0, 0])
    # P(won) = (2/3 · 1/2 + 1/3) · 1/2 = 1/3; without A 1/3 · 1/2 = 1/6, without B 0: effects 1/2 and 1.
    assert markov(journeys) == pytest.approx({"A": 1 / 3, "B": 2 / 3})


def test_markov_removal_against_walking_the_paths():
    # Anderl et al. (2016): with one path the effects are all 1, so it is shared evenly.
    assert markov(Journeys.of(["ABC"], [1])) == pytest.approx(dict.fromkeys("ABC", 1 / 3))
    # A loop does not hang: A → A again and again, then won or lost.
    assert markov(Journeys.of(["AAAA", "A"], [1, 0])) == {"A": 1}


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(-10, 10), min_size=16, max_size=16))
def test_shapley_against_all_orders(worth):
    worth = np.array([0.0, *worth[1:]])
    wanted = np.zeros(4)
    orders = list(permutations(range(4)))
    for order in orders:
        have = 0
        for player in order:
            wanted[player] += (worth[have | 1 << player] - worth[have]) / len(orders)
            have |= 1 << player
    np.testing.assert_allclose(shapley_values(worth, 4), wanted, atol=1e-9)


@settings(max_examples=50, deadline=None)
@given(journeys_strategy)
def test_shapley_of_conversions_is_the_even_share(journeys):
    n = len(journeys.channels)
    sets = [set(journeys.channel[journeys.journey == number]) for number in range(len(journeys.conversions))]
    worth = np.array(
        [
            sum(won for own, won in zip(sets, journeys.conversions, strict=True) if all(1 << c & mask for c in own))
            for mask in range(1 << n)
        ]
    )
    wanted = dict(zip(journeys.channels, shapley_values(worth, n), strict=True))
    assert shapley(journeys) == pytest.approx(wanted, abs=1e-9)


def test_rate_takes_lost_journeys_into_account():
    journeys = Journeys.of(["A", "A", "B", "B", "AB"], [1, 1, 1, 0, 1])
    even, rate = shapley(journeys), shapley(journeys, game="rate")
    assert even == {"A": 2.5, "B": 1.5}
    # v(A) = 1, v(B) = 1/2, v(AB) = 4/5: A gets (1 + 3/10) / 2 · 5
    assert rate == pytest.approx({"A": 3.25, "B": 0.75})
    with pytest.raises(UnfitData, match="13 channels"):
        shapley(Journeys.of(["ABCDEFGHIJKLM"], [1]), game="rate")


def test_from_a_table_in_any_order():
    rows = [
        ("j1", "mail", "2024-01-01", 0), ("j1", "fair", "2024-01-09", 1), ("j2", "fair", "2024-01-03", 0),
        ("j1", "web", "2024-01-08", 0), ("j3", None, "2024-01-03", 1),
    ]  # fmt: skip

    def table(given):
        names = ("journey", "channel", "date", "conversion")
        made = pa.table({name: [row[index] for row in given] for index, name in enumerate(names)})
        return made.set_column(2, "date", made.column("date").cast(pa.timestamp("us")))

    one, other = (compare_attribution(read_journeys(table(given))) for given in (rows, rows[::-1]))
    assert one.equals(other)
    assert one.column("channel").to_pylist() == ["fair", "mail", "web"]
    assert one.column("first").to_pylist() == [0, 1, 0]
    assert one.column("last").to_pylist() == [1, 0, 0]
    assert one.column("shapley").to_pylist() == pytest.approx([1 / 3] * 3)
    decay = np.exp2([0, -8 / 7, -1 / 7])
    assert one.column("time decay").to_pylist() == pytest.approx((decay / decay.sum()).tolist())
    with pytest.raises(UnfitData, match="No journey"):
        read_journeys(table([(*row[:3], 0) for row in rows]))
