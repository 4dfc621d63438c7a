from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.segments.describe import Condition, describe_segments
from kundenwert.analytical.mining.segments.portrait import portrait

WORDS = {"frequency": ("buys rarely", "buys often"), "value": ("low value", "high value")}


def customers(n=1200, seed=0):
    random = np.random.default_rng(seed)
    table = pa.table(
        {
            "frequency": random.integers(1, 50, n).astype(float),
            "value": random.uniform(0, 10_000, n).round(),
            "trade": random.choice(["craft trades", "retail", "industry"], n),
            "region": random.choice(["south", "north"], n),
        }
    )
    frequency, value, trade, region = (table.column(name).to_numpy(zero_copy_only=False) for name in table.column_names)
    return table, (frequency <= 20), (value > 4000), (trade == "craft trades"), (region == "south")


def test_the_example_of_the_task():
    table, rarely, high, craft, south = customers()
    labels = (rarely & high & craft & south).astype(int)
    other, found = describe_segments(table, labels, words=WORDS, depth=4)
    assert set(found.words.split(", ")) == {"buys rarely", "high value", "craft trades", "south"}
    assert (found.coverage, found.precision) == (1, 1)
    assert found.customers == labels.sum()
    assert other.customers == len(labels) - labels.sum()
    rules = {one.feature: one for one in found.conditions}
    assert rules["frequency"].up_to == pytest.approx(20.5)
    assert 4000 <= rules["value"].over < 4200
    assert rules["trade"].rule == "trade is craft trades"


def test_noise_in_the_labels_is_told():
    table, rarely, *_rest = customers()
    labels = rarely.astype(int)
    wrong = np.random.default_rng(1).random(len(labels)) < 0.1
    _other, found = describe_segments(table, np.where(wrong, 1 - labels, labels), words=WORDS)
    assert found.words == "buys rarely"
    assert 0.85 < found.coverage < 0.95
    assert 0.8 < found.precision < 0.95


def test_rows_without_segment_are_left_out():
    table, rarely, *_rest = customers()
    labels = np.where(np.arange(len(rarely)) % 2, rarely.astype(int), -1)
    assert sum(one.customers for one in describe_segments(table, labels)) == len(rarely) // 2
    with pytest.raises(UnfitData, match="nothing to tell apart"):
        describe_segments(table, np.zeros(len(rarely)))
    with pytest.raises(ValueError, match="one value per row"):
        describe_segments(table, [1, 2])


def test_words_of_conditions():
    assert Condition("age", 3, 7).words({}) == "medium age"
    assert Condition("age", 3, 7).rule == "age over 3 and up to 7"
    assert Condition("age", up_to=7).words({}) == "low age"
    assert Condition("region", level="south", has=False).words({}) == "not south"


def test_portrait_by_hand():
    table = pa.table({"trade": ["craft"] * 30 + ["retail"] * 60 + [None] * 10, "size": [1.0] * 50 + [2.0] * 50})
    members = np.r_[np.ones(20), np.zeros(10), np.ones(20), np.zeros(50)].astype(bool)
    rows = {(row["feature"], row["level"]): row for row in portrait(table, members).to_pylist()}
    craft = rows["trade", "craft"]
    assert (craft["customers"], craft["share"], craft["base_share"]) == (20, 0.5, 0.3)
    assert craft["index"] == pytest.approx(500 / 3)
    assert craft["notable"]
    assert rows["trade", "not known"]["index"] == 0
    assert rows["trade", "retail"]["index"] == pytest.approx(100 * 0.5 / 0.6)
    assert not rows["trade", "retail"]["notable"]


def test_portrait_of_everybody_is_the_base():
    table, *_rest = customers(300)
    found = portrait(table, [True] * 300)
    assert found.column("index").to_pylist() == pytest.approx([100] * found.num_rows)
    assert not any(found.column("notable").to_pylist())
    for feature in table.column_names:
        shares = [row["share"] for row in found.to_pylist() if row["feature"] == feature]
        assert sum(shares) == pytest.approx(1)
    assert len([row for row in found.to_pylist() if row["feature"] == "value"]) == 5
    with pytest.raises(UnfitData, match="19 customers"):
        portrait(table, [True] * 19 + [False] * 281)
