from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.analytical.mining.value.equity import customer_equity
from kundenwert.analytical.mining.value.life_cycle_profit import (
    SOURCES,
    CustomerYear,
    acquisition_return,
    life_cycle_profit,
)


def test_ten_customers_by_hand():
    equity = customer_equity([1, 2, 3, 4, 5, 6, 7, 8, 9, 55])
    assert (equity.total, equity.customers, equity.mean, equity.median) == (100, 10, 10, 5.5)
    assert equity.top_shares[0.1] == pytest.approx(0.55)
    assert equity.top_shares[0.5] == pytest.approx(0.85)
    assert equity.half_held_by == 1
    values = np.array([1, 2, 3, 4, 5, 6, 7, 8, 9, 55])
    assert equity.gini == pytest.approx(np.abs(values[:, None] - values).sum() / (2 * 10 * 100))


def test_customers_who_lose_money_and_worth_nothing():
    equity = customer_equity([-5, 0, 0])
    assert (equity.total, equity.losing, equity.gini, equity.half_held_by) == (-5, 1, 0, 0)
    with pytest.raises(ValueError):
        customer_equity([])
    with pytest.raises(ValueError):
        customer_equity([1, float("nan")])


@given(st.lists(st.floats(-1e6, 1e9), min_size=1, max_size=60), st.sampled_from([0.01, 100.0, 1e6]))
def test_scale_of_money_and_order(values, unit):
    equity = customer_equity(values)
    other = customer_equity([value * unit for value in reversed(values)])
    assert other.total == pytest.approx(equity.total * unit, rel=1e-9, abs=1e-6 * unit)
    assert other.top_shares == pytest.approx(equity.top_shares, rel=1e-9)
    assert other.gini == pytest.approx(equity.gini, abs=1e-9)
    assert 0 <= equity.gini < 1
    assert 0 <= equity.half_held_by <= equity.customers


FIRST = CustomerYear(volume=10, price=20, unit_cost=12, service_cost=30)
THIRD = CustomerYear(volume=15, price=21, unit_cost=12, service_cost=33, referral_value=14)


def test_sources_of_profit_by_hand():
    found = life_cycle_profit(60, [FIRST, FIRST, THIRD])
    rows = found.table.to_pylist()
    assert [rows[0][name] for name in SOURCES] == [-60, 0, 0, 0, 0, 0]
    # base 10 x 8 - 30; growth 5 x (8 - 3); saving 45 - 33; referral; premium 15 x 1
    assert [rows[3][name] for name in SOURCES] == pytest.approx([0, 50, 25, 12, 14, 15])
    assert rows[3]["profit"] == 15 * (21 - 12) - 33 + 14
    assert [row["cumulative"] for row in rows] == pytest.approx([-60, -10, 40, 156])
    assert found.payback_year == 2
    assert found.total == pytest.approx(sum(found.by_source.values())) == pytest.approx(156)


def test_next_to_no_volume_in_the_first_year():
    tiny = CustomerYear(volume=5e-324, price=0, unit_cost=0, service_cost=1)
    assert life_cycle_profit(0, [tiny, FIRST]).table["profit"].to_pylist() == pytest.approx([0, -1, 50])


def test_retention_and_discount():
    found = life_cycle_profit(60, [FIRST, FIRST], rate=0.25, retention=[1, 0.5])
    assert found.total == pytest.approx(-60 + 50 / 1.25 + 0.5 * 50 / 1.5625)
    assert found.payback_year is None
    for wrong in ({"retention": 1.2}, {"rate": -0.1}, {"retention": float("nan")}):
        with pytest.raises(ValueError):
            life_cycle_profit(60, [FIRST], **wrong)
    with pytest.raises(ValueError, match="one year"):
        life_cycle_profit(60, [])


money = st.floats(0, 1e6)
customer_years = st.builds(
    CustomerYear, volume=money, price=money, unit_cost=money, service_cost=money, referral_value=money
)


@given(st.lists(customer_years, min_size=1, max_size=6), money)
def test_sources_add_up_to_the_profit(years, cost):
    profit = life_cycle_profit(cost, years).table["profit"].to_pylist()
    assert profit[0] == -cost
    for year, found in zip(years, profit[1:], strict=True):
        plain = year.volume * (year.price - year.unit_cost) - year.service_cost + year.referral_value
        high = max(y.volume for y in years)
        size = 1 + high * sum(y.price + y.unit_cost for y in years) + 1e7 * max(y.service_cost for y in years)
        assert found == pytest.approx(plain, abs=1e-12 * size)


def test_return_on_acquisition():
    found = acquisition_return(300, 100, [40, 40, 40, 40])
    assert (found.value_to_cost, found.payback_periods) == (3, 2.5)
    assert acquisition_return(300, 100, [10, 10]).payback_periods is None
    free = acquisition_return(300, 0, [10])
    assert (free.value_to_cost, free.payback_periods) == (None, 0)
    with pytest.raises(ValueError):
        acquisition_return(300, -1, [10])
