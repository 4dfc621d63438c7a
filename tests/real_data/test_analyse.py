"""The command on the papers' data and on a real wholesaler, beside published figures and SQL."""

from __future__ import annotations

import json
import subprocess
import sys

import duckdb
import pytest

pytestmark = pytest.mark.slow


def analyse(*arguments):
    command = [sys.executable, "-m", "kundenwert.cli", "analyse", *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_cdnow_gives_the_figures_of_the_papers(real_file):
    file = real_file("cdnow/CDNOW_sample.txt")
    columns = ("--customer", 1, "--date", 3, "--amount", 5)
    found = analyse(file, *columns, "--calibration-until", "1997-09-30")
    assert (found["customers"], found["rows"], found["bad_rows"]) == (2357, 6919, 0)
    models = found["models"]
    expected = {
        "bg_nbd": ({"r": 0.2425945, "alpha": 4.4136019, "a": 0.7929199, "b": 2.4258881}, -9582.429),
        "pareto_nbd": ({"r": 0.55315, "alpha": 10.57633, "s": 0.60625, "beta": 11.67150}, -9594.976),
        "mbg_nbd": ({"r": 0.525, "alpha": 6.183, "a": 0.891, "b": 1.614}, None),
        "gamma_gamma": ({"p": 6.25, "q": 3.74, "gamma": 15.44}, -4055.918),
    }
    for name, (parameters, log_likelihood) in expected.items():
        assert models[name]["params"] == pytest.approx(parameters, rel=2e-3), name
        if log_likelihood:
            assert models[name]["log_likelihood"] == pytest.approx(log_likelihood, abs=2e-3), name
    bg, pareto = found["holdout"]["bg_nbd"], found["holdout"]["pareto_nbd"]
    assert (bg["actual"], round(bg["predicted"]), round(pareto["predicted"])) == (1882, 1653, 1666)
    assert (bg["mean_absolute_error"], bg["correlation"]) == pytest.approx((0.7855, 0.626), abs=5e-4)
    assert (pareto["mean_absolute_error"], pareto["correlation"]) == pytest.approx((0.7545, 0.630), abs=5e-4)


def test_online_retail_agrees_with_sql(real_file, tmp_path):
    file = real_file("online_retail/online_retail.csv")
    scores = tmp_path / "scores.parquet"
    found = analyse(file, "--scores", scores)
    con = duckdb.connect()
    con.execute(
        f"CREATE VIEW lines AS SELECT CustomerID AS customer, InvoiceDate::DATE AS day, Quantity * UnitPrice AS amount "
        f"FROM read_csv('{file}', header = true, all_varchar = false)"
    )
    rows, nobody, revenue, anonymous, returns = con.execute(
        "SELECT count(*), count(*) FILTER (WHERE customer IS NULL), sum(amount), "
        "sum(amount) FILTER (WHERE customer IS NULL), count(*) FILTER (WHERE customer IS NOT NULL AND amount < 0) FROM lines"
    ).fetchone()
    assert (found["rows"], found["quality"]["without_customer"]) == (rows, nobody) == (541_909, 135_080)
    assert found["revenue"] == pytest.approx(revenue) == pytest.approx(9_747_747.934)
    assert found["anonymous_revenue"] == pytest.approx(anonymous)
    assert found["quality"]["returns"] == returns
    con.execute(
        "CREATE TABLE days AS SELECT customer, day, round(sum(amount), 4) AS amount, "
        "count(*) FILTER (WHERE amount < 0) AS returned FROM lines WHERE customer IS NOT NULL GROUP BY 1, 2"
    )
    con.execute("DELETE FROM days WHERE amount = 0 AND returned > 0")
    customers, occasions = con.execute(
        "SELECT count(DISTINCT customer), count(*) FROM days WHERE amount >= 0"
    ).fetchone()
    assert (found["customers"], found["purchases"]) == (customers, occasions)
    different = con.execute(
        f"SELECT count(*) FROM read_parquet('{scores}') s FULL JOIN "
        "(SELECT customer, count(*) FILTER (WHERE amount >= 0) AS purchases, sum(amount) AS amount, "
        "max(day) FILTER (WHERE amount >= 0) AS last FROM days GROUP BY 1 HAVING max(amount) >= 0) d "
        "ON s.customer = d.customer::BIGINT::VARCHAR WHERE s.purchases IS DISTINCT FROM d.purchases "
        "OR abs(s.amount - d.amount) > 0.005 OR s.last IS DISTINCT FROM d.last"
    ).fetchone()[0]
    assert different == 0
    share = con.execute(
        f"SELECT sum(amount) FILTER (WHERE abc = 'A') / sum(amount) FILTER (WHERE amount > 0) FROM read_parquet('{scores}')"
    ).fetchone()[0]
    assert share == pytest.approx(0.8, abs=0.002)
