"""Reading typed order lines: numbers in range, products the reader may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from kundenwert.catalogue.models import Product
from kundenwert.catalogue.queries.tax_rates import tax_rates
from kundenwert.foundation.access.models import User
from kundenwert.foundation.organisation.profile import organisation_profile
from kundenwert.records.access import visible
from kundenwert.records.fields import DecimalField, FieldError
from kundenwert.records.registry import record_type_for

from ..actions.set_order_lines import LineValues
from ..models import OrderLine
from .line_drafts import Draft, filled, plain

NUMBERS = {
    "quantity": DecimalField(name="quantity", places=3, digits=14, required=True),
    "unit_price": DecimalField(name="unit_price", places=4, digits=14, required=True),
    "discount": DecimalField(name="discount", places=2, digits=5),
    "tax_rate": DecimalField(name="tax_rate", places=2, digits=5, required=True),
}
LENGTHS = {"text": 500, "unit": 20}


@dataclass(frozen=True)
class Knowledge:
    """What is looked up once to read all rows."""

    products: Mapping[str, Product]
    rates: Mapping[str, Decimal]
    """Tax category → percent on the day of the order."""

    @property
    def standard_rate(self) -> str:
        """The usual tax rate, as typed."""
        return plain(self.rates.get("standard"))

    def rate_of(self, product: Product) -> Decimal | None:
        """The tax rate of a product; None where the country has no such rate."""
        return self.rates.get(product.tax_category)


def look_up(user: User, drafts: Sequence[Draft], day: date) -> Knowledge:
    """Products of the rows that the reader may see, and the organisation's tax rates on the day of the order."""
    ids = {int(draft.product) for draft in drafts if draft.product.isdecimal()}
    found = visible(user, record_type_for("catalogue.product")).filter(pk__in=ids) if ids else ()
    return Knowledge({str(product.pk): product for product in found}, tax_rates(organisation_profile().country, day))


def completed(draft: Draft, known: Knowledge) -> Draft:
    """The row with the name of its product; where the product is new, blanks are filled from it."""
    product = known.products.get(draft.product)
    if product is None:
        return draft
    if draft.product != draft.was_product:
        return filled(draft, product, known.rate_of(product), only_blank=True)
    return replace(draft, product_name=product.name)


def checked(
    draft: Draft, known: Knowledge, stored: Mapping[str, OrderLine]
) -> tuple[LineValues | None, Mapping[str, str]]:
    """The values of a row, or what is wrong by field. `stored` are the order's lines by id."""
    numbers, errors = _numbers(draft)
    line = stored.get(draft.line)
    kept = line if line is not None and str(line.product_id or "") == draft.product else None
    if draft.product and draft.product not in known.products and kept is None:
        errors["product"] = _("Please choose an entry from the list.")
    if not draft.product and not draft.text:
        errors["product"] = _("Please choose a product or write a text.")
    for name, length in LENGTHS.items():
        if len(getattr(draft, name)) > length:
            errors[name] = _("At most %(limit)d characters are possible.") % {"limit": length}
    if errors:
        return None, errors
    product = known.products.get(draft.product)
    return LineValues(
        product_id=int(draft.product) if draft.product else None,
        text=draft.text.replace("\x00", ""),
        quantity=numbers["quantity"],
        unit=draft.unit.replace("\x00", ""),
        unit_price=numbers["unit_price"],
        discount_percent=numbers["discount"] or Decimal(0),
        tax_rate=numbers["tax_rate"],
        unit_cost=kept.unit_cost if kept else product.cost if product else None,
    ), {}


def _numbers(draft: Draft) -> tuple[dict[str, Any], dict[str, str]]:
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for name, number in NUMBERS.items():
        try:
            values[name] = _in_range(name, number.clean(getattr(draft, name)), number.places)
        except FieldError as error:
            errors[name] = str(error)
    return values, errors


def _in_range(name: str, value: Decimal | None, places: int) -> Decimal | None:
    if value is None:
        return None
    exponent = value.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > places:
        raise FieldError(_("At most %(places)d decimal places are possible.") % {"places": places})
    if name in {"discount", "tax_rate"} and not 0 <= value <= 100:
        raise FieldError(_("A number from 0 to 100 is expected."))
    if name == "quantity" and value == 0:
        raise FieldError(_("The quantity must not be zero."))
    return value
