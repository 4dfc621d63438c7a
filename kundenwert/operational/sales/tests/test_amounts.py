from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
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
    quantity: Decimal
    net_amount: Decimal
    tax_rate: Decimal
    unit_cost: Decimal | None = None


LINES = st.lists(
    st.builds(
        Line,
        QUANTITIES,
        st.decimals("-99999999", "99999999", places=2),
        st.sampled_from([Decimal(19), Decimal(7), Decimal(0), Decimal("8.10")]),
        st.one_of(st.none(), st.decimals(0, 9999, places=4)),
    ),
    max_size=20,
)


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
    assert line_amount(Decimal(quantity), Decimal(price), Decimal(discount)) == Decimal(expected)


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
    assert net == sum((line.net_amount for line in lines), Decimal(0))
    assert tax == sum(tax_by_rate(lines).values(), Decimal(0))
    assert (cost is None) == any(line.unit_cost is None for line in lines)
    if cost is not None:
        assert cost == sum((line_amount(line.quantity, line.unit_cost) for line in lines), Decimal(0))


@given(LINES)
def test_an_order_returned_as_a_whole_comes_to_nothing(lines):
    back = [Line(-line.quantity, -line.net_amount, line.tax_rate, line.unit_cost) for line in lines]
    net, tax, cost = order_totals([*lines, *back])
    assert (net, tax) == (0, 0)
    assert cost in {None, Decimal(0)}


@given(LINES)
def test_money_is_decimal_with_two_places(lines):
    for amount in order_totals(lines):
        assert amount is None or (isinstance(amount, Decimal) and amount.as_tuple().exponent == -2)


def test_tax_is_rounded_once_for_each_rate_and_not_for_each_line():
    lines = [
        Line(Decimal(1), Decimal("0.13"), Decimal(19)),
        Line(Decimal(1), Decimal("0.13"), Decimal(19)),
        Line(Decimal(1), Decimal("0.20"), Decimal(7)),
    ]
    assert tax_by_rate(lines) == {Decimal(19): Decimal("0.05"), Decimal(7): Decimal("0.01")}


def test_one_unknown_cost_makes_the_cost_unknown():
    lines = [Line(Decimal(2), Decimal(20), Decimal(19), Decimal("6.50")), Line(Decimal(1), Decimal(5), Decimal(19))]
    assert order_totals(lines) == (Decimal("25.00"), Decimal("4.75"), None)
    assert order_totals(lines[:1]) == (Decimal("20.00"), Decimal("3.80"), Decimal("13.00"))


def test_a_float_is_refused():
    with pytest.raises(TypeError):
        line_amount(Decimal(1), 0.1, Decimal(0))
