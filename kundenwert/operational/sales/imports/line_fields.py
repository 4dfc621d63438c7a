"""Fields a file of orders may have beyond those of the order itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular.formats import ColumnFormat
from kundenwert.records.fields import CountryField, DecimalField, FieldError, IntegerField, LinkField, TextField

NO_COUNTRY = "??"
"""The file names a country, but none that we know: better none than our own."""


@dataclass(frozen=True, kw_only=True)
class LenientCountryField(CountryField):
    """A country that only helps to make a new customer: an unknown one (*Unspecified*) rejects no order."""

    def from_cell(self, cell: Any, form: ColumnFormat) -> Any:
        try:
            return super().from_cell(cell, form)
        except FieldError:
            return NO_COUNTRY


ORDER_ONLY_FIELDS = [
    DecimalField(name="amount", label=_("Amount of the order (net)"), places=2, aliases=(
        "summe", "betrag", "nettobetrag", "gesamtbetrag", "umsatz", "total", "order total", "netto", "gesamt")),
    TextField(name="customer_name", label=_("Name of the customer"), max_length=300, aliases=(
        "kundenname", "firmenname", "customer name", "company name", "name")),
    LenientCountryField(name="customer_country", label=_("Country of the customer"), aliases=("land", "country")),
]  # fmt: skip
LINE_FIELDS = [
    IntegerField(name="position", label=_("Position"), digits=7, aliases=(
        "pos", "pos nr", "positionsnummer", "positionsnr", "zeile", "line", "line number", "line no", "item no")),
    LinkField(name="product", label=_("Product"), target="catalogue.product", aliases=(
        "artikel", "artikelnummer", "artikelnr", "produktnummer", "art nr", "sku", "stockcode", "stock code",
        "item", "product number")),
    TextField(name="line_text", label=_("Text of the line"), max_length=500, aliases=(
        "bezeichnung", "artikelbezeichnung", "beschreibung", "description", "artikelname", "produktname",
        "position text")),
    DecimalField(name="quantity", label=_("Quantity"), places=3, aliases=(
        "menge", "anzahl", "stuck", "stueck", "qty", "quantity")),
    TextField(name="unit", label=_("Unit"), max_length=20, aliases=("einheit", "me")),
    DecimalField(name="unit_price", label=_("Unit price (net)"), places=4, aliases=(
        "einzelpreis", "preis", "stuckpreis", "ep", "unitprice", "price", "nettopreis")),
    DecimalField(name="discount_percent", label=_("Discount in percent"), places=2, digits=5, aliases=(
        "rabatt", "rabatt %", "discount")),
    DecimalField(name="tax_rate", label=_("Tax rate in percent"), places=2, digits=5, aliases=(
        "mwst", "ust", "steuersatz", "tax", "vat")),
    DecimalField(name="unit_cost", label=_("Unit cost"), places=4, aliases=("einstandspreis", "ek", "cost")),
]  # fmt: skip
