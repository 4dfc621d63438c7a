from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal as D
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kundenwert.operational.sales.amounts import line_amount, order_totals, tax_by_rate

QUANTITIES = st.decimals("-99999999", "99999999", places=3)
PRICES = st.decimals("-9999999", "9999999", places=4)
PERCENTS = st.decimals(0, 100, places=2)


@dataclass
class Line:
    quantity: D
    net_amount: D
    tax_rate: D
    unit_cost: D | None = None


LINES = st.lists(
    st.builds(
        Line, QUANTITIES, st.decimals("-99999999", "99999999", places=2),
        st.sampled_from([D(19), D(7), D(0), D("8.10")]), st.one_of(st.none(), st.decimals(0, 9999, places=4)),
    ), max_size=20,
)  # fmt: skip


@pytest.mark.parametrize(
    ("quantity", "price", "discount", "expected"),
    [
        ("3", "1.115", "0", "3.35"),
        ("1", "0.005", "0", "0.01"),
        ("-1", "0.005", "0", "-0.01"),
        ("1", "0.0049", "0", "0.00"),
        ("1000", "0.0415", "12.5", "36.31"),
        ("2.5", "19.99", "100", "0.00"),
        ("99999999999.999", "9999999999.9999", "0.01", "999899999999980002000.00"),
    ],
)
def test_line_amount(quantity, price, discount, expected):
    assert line_amount(D(quantity), D(price), D(discount)) == D(expected)


@given(QUANTITIES, PRICES, PERCENTS)
def test_an_amount_is_the_exact_product_rounded_once(quantity, price, discount):
    exact = Fraction(quantity) * Fraction(price) * (1 - Fraction(discount) / 100)
    cents = abs(exact) * 100
    rounded = int(cents) + (1 if cents - int(cents) >= Fraction(1, 2) else 0)
    assert Fraction(line_amount(quantity, price, discount)) == Fraction(rounded, 100) * (1 if exact >= 0 else -1)


@given(QUANTITIES, PRICES, PERCENTS)
def test_a_return_is_exactly_minus_its_sale(quantity, price, discount):
    assert line_amount(-quantity, price, discount) == -line_amount(quantity, price, discount)


@given(LINES)
def test_the_sums_agree(lines):
    net, tax, cost = order_totals(lines)
    assert net == sum((line.net_amount for line in lines), D(0))
    assert tax == sum(tax_by_rate(lines).values(), D(0))
    assert (cost is None) == any(line.unit_cost is None for line in lines)
    if cost is not None:
        assert cost == sum((line_amount(line.quantity, line.unit_cost) for line in lines), D(0))


@given(LINES)
def test_an_order_returned_as_a_whole_comes_to_nothing(lines):
    back = [Line(-line.quantity, -line.net_amount, line.tax_rate, line.unit_cost) for line in lines]
    net, tax, cost = order_totals([*lines, *back])
    assert (net, tax) == (0, 0)
    assert cost in {None, D(0)}


@given(LINES)
def test_money_is_decimal_with_two_places(lines):
    for amount in order_totals(lines):
        assert amount is None or (isinstance(amount, D) and amount.as_tuple().exponent == -2)


def test_tax_is_rounded_once_for_each_rate_and_not_for_each_line():
    lines = [Line(D(1), D("0.13"), D(19)), Line(D(1), D("0.13"), D(19)), Line(D(1), D("0.20"), D(7))]
    assert tax_by_rate(lines) == {D(19): D("0.05"), D(7): D("0.01")}


def test_one_unknown_cost_makes_the_cost_unknown():
    lines = [Line(D(2), D(20), D(19), D("6.50")), Line(D(1), D(5), D(19))]
    assert order_totals(lines) == (D("25.00"), D("4.75"), None)
    assert order_totals(lines[:1]) == (D("20.00"), D("3.80"), D("13.00"))


def test_a_float_is_refused():
    with pytest.raises(TypeError):
        line_amount(D(1), 0.1, D(0))
