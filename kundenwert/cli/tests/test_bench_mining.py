"""The command on little data, without peers and Spark."""

from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kundenwert.cli.benchmarks.mining_cdnow import Library
from kundenwert.cli.benchmarks.mining_made import DAYS, FIRST_DAY, make_purchases
from kundenwert.cli.benchmarks.mining_print import lines_of
from kundenwert.cli.benchmarks.mining_spark import difference


def purchases_as_cdnow(file, customers=400):
    """Lines as in CDNOW_master.txt, of customers who buy at rates of their own and leave."""
    chance = np.random.default_rng(1)
    lines = [" customer_id  date number_of_cds  dollar_value"]
    for number in range(1, customers + 1):
        day, rate, left = chance.integers(0, 84), chance.gamma(0.8) / 40, chance.exponential() * 200 / chance.gamma(1)
        mean, until = 30 / chance.gamma(4), day + left
        while day < min(until, 272):
            month = np.datetime64("1997-01-01") + int(day)
            lines.append(f"{number:05} {str(month).replace('-', '')}  1  {max(chance.gamma(6) * mean, 0.01):.2f}")
            day += 1 + chance.exponential(1 / rate)
    file.write_text("\n".join(lines), "ascii")
    return len(lines) - 1


def bench(*arguments):
    command = [sys.executable, "-m", "kundenwert.cli", "bench", "mining", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_all_parts_as_one_object(tmp_path):
    file = tmp_path / "cdnow.txt"
    purchases_as_cdnow(file)
    sizes = ("--customers", 500, "--largest", 5000, "--runs", 2)
    done = bench("--cdnow", file, "--peers", sys.executable, "--folder", tmp_path, *sizes, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert set(found) == {"cdnow", "scale", "curve"}
    rows = {row["step"]: row for row in found["cdnow"]["steps"]}
    assert list(rows) == ["summary", "bg_nbd", "pareto_nbd", "gamma_gamma"]
    assert all(row["warm_ms"] > 0 and row["cold_ms"] > 0 for row in rows.values())
    assert set(rows["bg_nbd"]["parameters"]) == {"r", "alpha", "a", "b"}
    assert rows["bg_nbd"]["log_likelihood"] < 0
    assert found["cdnow"]["summaries"]["kundenwert"]["customers"] == 400
    assert set(found["cdnow"]["skipped"]) == {"lifetimes", "pymc-marketing"}
    assert found["cdnow"]["skipped"]["lifetimes"].startswith("PackageNotFoundError")
    assert found["scale"]["customers_found"] == 500
    assert set(found["scale"]["steps"]) >= {"summary", "rfm", "abc", "bg_nbd", "gamma_gamma", "clv"}
    assert found["scale"]["customer_equity"] > 0
    assert [row["customers"] for row in found["curve"]] == [500]
    assert list(tmp_path.iterdir()) == [file]
    text = "\n".join(lines_of(found))
    assert "Pareto/NBD        kundenwert" in text
    assert "500 customers" in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--only", "weather"], "--only is one of cdnow, scale, curve, spark, not weather."),
        (["--folder", "nowhere"], "There is no folder nowhere."),
        (["--only", "cdnow", "--cdnow", __file__, "--peers", "nothing"], "There is no interpreter nothing."),
    ],
)
def test_what_cannot_be_done_is_said(arguments, message):
    done = bench(*arguments)
    assert (done.returncode, message in done.stderr, "Traceback" in done.stderr) == (2, True, False)


def test_a_process_that_dies_is_an_answer():
    with Library("dead", [sys.executable, "-c", "pass"]) as library:
        assert library.ask("summary") == {"error": "the process ended"}


def test_made_purchases_are_the_same_again_and_about_ten_each(tmp_path):
    counts = [make_purchases(tmp_path / name, 3000, seed=5) for name in ("one", "two")]
    table = pq.read_table(tmp_path / "one")
    assert table.equals(pq.read_table(tmp_path / "two"))
    assert counts == [table.num_rows, table.num_rows]
    assert 9 < table.num_rows / 3000 < 11
    assert len(table["customer"].unique()) == 3000
    days = table["date"].to_numpy()
    assert (np.diff(days.astype(int)) >= 0).all()
    assert days[0] >= np.datetime64(FIRST_DAY)
    assert days[-1] < np.datetime64(FIRST_DAY) + DAYS
    assert table["amount"].to_numpy().min() > 0


def test_tables_that_differ_are_told_from_equal_ones():
    one = pa.table({"customer": [2, 1], "count": [5, 7], "money": [0.3, 1.0]})
    other = pa.table({"customer": [1, 2], "count": [7, 5], "money": [1.0, 0.1 + 0.2]})
    assert difference(one, other) == {"equal": True}
    moved = other.set_column(2, "money", pa.array([1.0, 0.31]))
    assert difference(one, moved) == {"equal": False, "differs": ["money"]}
    assert difference(one, other.slice(1))["equal"] is False
