from __future__ import annotations

from datetime import date

import duckdb
import numpy as np
import pytest

from kundenwert.analytical.report.analysis import analyse
from kundenwert.analytical.report.as_json import as_json
from kundenwert.analytical.report.choices import growing, leaving
from kundenwert.analytical.report.errors import ReportError
from kundenwert.analytical.report.reading import read_purchases
from kundenwert.analytical.report.scores import write_scores
from kundenwert.analytical.report.settings import Settings


@pytest.fixture(scope="module")
def analysis(shop_text, tmp_path_factory):
    path = tmp_path_factory.mktemp("report") / "umsatz.csv"
    path.write_text(shop_text, "cp1252")
    return analyse(read_purchases(path, {}), Settings(margin=0.3))


def test_the_figures_are_those_of_sql(analysis):
    lines = analysis.purchases.table  # noqa: F841  DuckDB finds it by its name
    customers, days, revenue = duckdb.sql(
        "SELECT count(DISTINCT customer), count(DISTINCT customer || '|' || date), sum(amount) FROM lines"
    ).fetchall()[0]
    assert (analysis.customers.num_rows, analysis.occasions) == (customers, days)
    assert analysis.revenue == pytest.approx(revenue)
    sums = dict(duckdb.sql("SELECT customer, sum(amount) FROM lines GROUP BY 1").fetchall())
    found = dict(zip(analysis.customers["customer"].to_pylist(), analysis.customers["amount"].to_pylist(), strict=True))
    assert found == pytest.approx(sums)
    bought = duckdb.sql("SELECT count(*) FROM (SELECT 1 FROM lines GROUP BY customer HAVING count(DISTINCT date) > 1)")
    assert sum(x > 0 for x in analysis.customers["frequency"].to_pylist()) == bought.fetchall()[0][0]


def test_value_falls_from_row_to_row_and_makes_the_equity(analysis):
    values = analysis.customers["value"].to_numpy()
    assert np.all(np.diff(values) <= 0)
    assert analysis.equity == pytest.approx(values.sum())
    assert np.all((analysis.customers["probability_alive"].to_numpy() <= 1) & (values >= 0))


def test_margin_scales_value_and_nothing_else(shop, analysis):
    whole = analyse(read_purchases(shop, {}), Settings(margin=1.0))
    assert whole.equity == pytest.approx(analysis.equity / 0.3)
    assert whole.customers["abc"].to_pylist() == analysis.customers["abc"].to_pylist()


def test_every_model_is_checked_on_unseen_time(analysis):
    assert set(analysis.holdouts) == {"bg_nbd", "pareto_nbd", "mbg_nbd"}
    check = analysis.holdouts[analysis.buying]
    assert check.mean_absolute_error == min(entry.mean_absolute_error for entry in analysis.holdouts.values())
    assert check.predicted == pytest.approx(check.actual, rel=0.35)


def test_who_leaves_is_good_and_in_doubt_and_who_grows_has_grown(analysis):
    gone = leaving(analysis)
    assert gone.num_rows
    assert set(gone["abc"].to_pylist()) <= {"A", "B"}
    assert max(gone["probability_alive"].to_pylist()) < 0.6
    grown = growing(analysis)
    assert grown.num_rows
    assert all(row["year"] >= 1.25 * row["year_before"] > 0 for row in grown.to_pylist())


def test_cohorts_shrink_to_those_who_were_won_and_know_the_future_is_open(analysis):
    cohorts = analysis.cohorts
    assert cohorts.names[0] == "2024/Q1"
    assert sum(cohorts.sizes) == analysis.customers.num_rows
    assert cohorts.shares[-1][-1] is None
    assert all(share is None or 0 <= share <= 1 for row in cohorts.shares for share in row)


def test_a_calibration_hides_what_comes_after(shop):
    found = analyse(read_purchases(shop, {}), Settings(calibration_until=date(2025, 12, 31)))
    assert found.period[1] == date(2025, 12, 31)
    assert max(found.customers["last"].to_pylist()) <= date(2025, 12, 31)
    assert found.holdouts["bg_nbd"].periods == pytest.approx((date(2026, 6, 30) - date(2025, 12, 31)).days / 7, abs=1)


def test_money_missing_leaves_counts(write):
    lines = [
        f"{customer};{2024 + step % 2}-{1 + step % 12:02}-11" for customer in range(60) for step in range(customer % 7)
    ]
    found = analyse(read_purchases(write("\n".join(["customer;date", *lines])), {}), Settings())
    assert found.revenue is None
    assert found.equity is None
    assert "value" not in found.customers.column_names
    assert {"A", "B"} <= set(found.customers["abc"].to_pylist())


def test_thin_data_say_why_and_give_no_value(write):
    found = analyse(read_purchases(write("customer;date;amount\n1;2026-01-01;5\n2;2026-02-01;6\n"), {}), Settings())
    assert found.models == {}
    assert "None of the 2 customers" in found.refused["bg_nbd"]
    assert found.equity is None


def test_a_file_without_purchases_is_refused(write):
    with pytest.raises(ReportError, match="nothing to analyse"):
        analyse(read_purchases(write("customer;date;amount\n;2026-01-01;5\n1;2026-02-01;-6\n"), {}), Settings())


def test_scores_come_as_csv_and_parquet(analysis, tmp_path):
    for name, read in (("scores.csv", "read_csv"), ("scores.parquet", "read_parquet")):
        write_scores(analysis.customers, tmp_path / name)
        count, total = duckdb.sql(f"SELECT count(*), sum(value) FROM {read}('{tmp_path / name}')").fetchall()[0]
        assert count == analysis.customers.num_rows
        assert total == pytest.approx(analysis.equity)


def test_json_has_what_programs_ask(analysis):
    found = as_json(analysis)
    assert found["customers"] == analysis.customers.num_rows
    assert set(found["models"]["bg_nbd"]["params"]) == {"r", "alpha", "a", "b"}
    assert found["models"]["gamma_gamma"]["log_likelihood"] < 0
    assert found["period"] == ["2024-01-01", "2026-06-30"] or found["period"][0] >= "2024-01-01"
    assert found["customer_equity"] == analysis.equity
