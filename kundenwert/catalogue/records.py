"""Record types of the catalogue."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from kundenwert.records.fields import MoneyField, field_for
from kundenwert.records.record_type import Card, RecordType, Section
from kundenwert.records.registry import record_type

from .models import Product


@record_type
class ProductRecord(RecordType):
    """Products and services."""

    model = Product
    slug = "products"
    nav_order = 50
    icon = "package"
    jump_key = "p"
    fields = [
        field_for(Product, "name", width=320, aliases=(
            "bezeichnung", "artikelbezeichnung", "artikel", "produkt", "produktname", "description", "product name")),
        field_for(Product, "number", width=130, aliases=(
            "artikelnummer", "artikelnr", "art nr", "artnr", "produktnummer", "sku", "product number", "stockcode",
            "item number")),
        field_for(Product, "kind", aliases=("art", "typ"), synonyms={
            "artikel": "product", "ware": "product", "leistung": "service", "dienstleistung": "service"}),
        field_for(Product, "group", aliases=("warengruppe", "produktgruppe", "kategorie", "category")),
        field_for(Product, "unit", width=90, aliases=("einheit", "mengeneinheit", "me")),
        MoneyField(name="net_price", label=_("Net price"), places=4, aliases=(
            "nettopreis", "preis", "vk", "verkaufspreis", "preis netto", "price", "unit price", "unitprice")),
        field_for(Product, "tax_category", aliases=("steuer", "mwst", "steuersatz", "tax"), synonyms={
            "19": "standard", "20": "standard", "7": "reduced", "10": "reduced", "0": "zero", "voll": "standard",
            "ermassigt": "reduced"}),
        MoneyField(name="cost", label=_("Cost"), places=4, aliases=(
            "einkaufspreis", "ek", "einstandspreis", "kosten", "purchase price")),
        field_for(Product, "active", aliases=("aktiv",)),
    ]  # fmt: skip
    columns = ["name", "number", "group", "unit", "net_price", "active"]
    sort = "name"
    filters = ["kind", "group", "active", "net_price"]
    search = ["number", "name", "group"]
    search_hint = ["number", "group"]
    card = Card(
        subtitle=["number", "group"],
        sections=[
            Section(_("Product"), ["name", "number", "kind", "group", "unit", "active"], key="product"),
            Section(_("Price"), ["net_price", "tax_category", "cost"], key="price"),
        ],
    )
    import_keys = ["number"]
