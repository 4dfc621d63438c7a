"""Chinook: customers of a music shop in 24 countries, with their invoices; columns as the file names them."""

from __future__ import annotations

import json
from decimal import Decimal

from django.utils import translation

from kundenwert.customers.models import Customer
from kundenwert.operational.sales.models import CustomerSales, Order
from kundenwert.records.registry import record_type_for

from .command import kundenwert


def on_the_card(customer, *names):
    record_type = record_type_for("customers.customer")
    with translation.override("de"):
        return [record_type.field(name).text(*record_type.field(name).values(customer)) for name in names]


def test_customers_and_invoices(organisation, real_file):
    code, out = kundenwert("import", "customers", str(real_file("chinook/customers.csv")), "--json")
    told = json.loads(out)
    assert (code, told["rows"], told["created"], told["errors"]) == (0, 59, 59, [])
    leonie = Customer.objects.get(last_name="Köhler")
    assert (leonie.kind, leonie.external_id) == ("person", "2")
    assert on_the_card(leonie, "name", "phone", "street", "postal_code", "city", "country") == [
        "Leonie Köhler", "0711 2842222", "Theodor-Heuss-Straße 34", "70174", "Stuttgart", "Deutschland",
    ]  # fmt: skip
    luis = Customer.objects.get(external_id="1")
    assert on_the_card(luis, "name", "phone", "city", "region", "country", "kind") == [
        "Embraer - Empresa Brasileira de Aeronáutica S.A.", "+55 12 3923-5555", "São José dos Campos", "SP", "Brasilien", "Firma",
    ]  # fmt: skip
    assert Customer.objects.values("country").distinct().count() == 24
    code, out = kundenwert("import", "orders", str(real_file("chinook/invoices.csv")), "--json")
    told = json.loads(out)
    assert (code, told["rows"], told["created"], told["orders"], told["errors"]) == (0, 412, 412, 412, [])
    assert Customer.objects.count() == 59
    assert sum(CustomerSales.objects.values_list("net_total", flat=True)) == Decimal("2328.60")
    assert Order.objects.filter(customer=leonie).count() == 7
