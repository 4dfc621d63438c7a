"""The range of goods."""

from __future__ import annotations

from decimal import Decimal

from kundenwert.demo.company import generate


def test_four_hundred_products_with_numbers_of_their_own() -> None:
    products = generate(100).products
    assert (len(products), len({p.number for p in products}), len({p.name for p in products})) == (
        400,
        400,
        400,
    )


def test_units_kinds_and_tax_are_of_the_agreed_lists() -> None:
    products = generate(100).products
    assert {p.unit for p in products} == {"Stück", "Pack", "Karton", "Meter", "Liter", "Stunde"}
    assert {p.kind for p in products} == {"product", "service"}
    assert {p.tax_category for p in products} == {"standard", "reduced"}


def test_margins_lie_between_18_and_55_percent() -> None:
    for product in generate(100).products:
        margin = 1 - product.cost / product.net_price
        assert Decimal("0.18") < margin < Decimal("0.56"), product
