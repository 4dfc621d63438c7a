"""Order lines as the form holds them: texts as typed, with what is wrong beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from django.http import QueryDict

from kundenwert.catalogue.models import Product
from kundenwert.foundation.locale_format import format_decimal

from ..models import OrderLine

MAX_LINES = 500
TYPED = ("product", "was_product", "line", "text", "quantity", "unit", "unit_price", "discount", "tax_rate")


@dataclass(frozen=True)
class Draft:
    """One row of the form. `key` tells the rows of one page apart and stays while they are moved."""

    key: int
    product: str = ""
    """Id of the chosen product; empty for free text."""
    was_product: str = ""
    """The product whose price, unit and tax stand in the row."""
    line: str = ""
    """Id of the stored line it came from: keeps its cost."""
    text: str = ""
    quantity: str = ""
    unit: str = ""
    unit_price: str = ""
    discount: str = ""
    tax_rate: str = ""
    product_name: str = ""
    amount: str = ""
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_blank(self) -> bool:
        """Nothing was entered: such a row is not saved. A tax rate alone, being a suggestion, says nothing."""
        return not any((self.product, self.text, self.quantity, self.unit_price))


def plain(number: Decimal | None, least: int = 0) -> str:
    """A number as it is typed: `2`, `0,5`, `1.234,50` (with `least` places at least)."""
    if number is None:
        return ""
    exponent = number.normalize().as_tuple().exponent
    places = max(-exponent if isinstance(exponent, int) else 0, least)
    return format_decimal(number, places)


def drafts_of(lines: Iterable[OrderLine]) -> list[Draft]:
    """The stored lines (with their products) as rows."""
    return [
        Draft(
            key=key,
            product=str(line.product_id or ""),
            was_product=str(line.product_id or ""),
            line=str(line.pk),
            text=line.text,
            quantity=plain(line.quantity),
            unit=line.unit,
            unit_price=plain(line.unit_price, 2),
            discount=plain(line.discount_percent) if line.discount_percent else "",
            tax_rate=plain(line.tax_rate),
            product_name=line.product.name if line.product else "",
        )
        for key, line in enumerate(lines)
    ]


def read_drafts(data: QueryDict) -> list[Draft]:
    """The rows of a sent form in the order they stand in."""
    keys = [int(key) for key in data.getlist("row")[:MAX_LINES] if key.isdecimal()]
    return [Draft(key, **_typed(data, key)) for key in dict.fromkeys(keys)]


def _typed(data: QueryDict, key: int) -> dict[str, Any]:
    return {name: data.get(f"{name}-{key}", "").strip() for name in TYPED}


def with_blank(drafts: Sequence[Draft], tax_rate: str, *, least: int = 0) -> list[Draft]:
    """The rows and a blank one below; as many that there are `least` at least."""
    rows = list(drafts)
    while len(rows) < min(max(least, len(drafts) + 1), MAX_LINES):
        rows.append(Draft(key=max((row.key for row in rows), default=-1) + 1, tax_rate=tax_rate))
    return rows


def moved(drafts: Sequence[Draft], key: int, step: int) -> list[Draft]:
    """The rows with one moved up (-1) or down (1); at the ends it stays."""
    rows = list(drafts)
    at = next((index for index, row in enumerate(rows) if row.key == key), None)
    if at is not None and 0 <= at + step < len(rows):
        rows[at], rows[at + step] = rows[at + step], rows[at]
    return rows


def filled(draft: Draft, product: Product, tax_rate: Decimal | None, *, only_blank: bool = False) -> Draft:
    """The row with the product's unit, price and tax, and one piece where no quantity stands."""
    offered = {
        "unit": product.unit,
        "unit_price": plain(product.net_price, 2),
        "tax_rate": plain(tax_rate),
    }
    taken: dict[str, Any] = {
        name: text for name, text in offered.items() if text and not (only_blank and getattr(draft, name))
    }
    return replace(
        draft, was_product=str(product.pk), product_name=product.name, quantity=draft.quantity or "1", **taken
    )
