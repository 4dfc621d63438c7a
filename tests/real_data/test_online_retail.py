"""Online Retail (UCI): 541,909 order lines of a British wholesaler, with the command line of a user.

Facts to check against: shared/data/README.md.
"""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from itertools import islice

import pytest
from django.db import connection

from kundenwert.customers.models import Customer
from kundenwert.operational.sales.models import CustomerSales, Order, OrderLine

from .command import kundenwert

MAPS = [
    f"--map={pair}" for pair in (
        "InvoiceNo=number", "InvoiceDate=ordered_at", "CustomerID=customer", "StockCode=product",
        "Description=line_text", "Quantity=quantity", "UnitPrice=unit_price", "Country=customer_country")
]  # fmt: skip
REVENUE = Decimal("9747747.934")


def sums():
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(quantity * unit_price), count(*), count(DISTINCT order_id) FROM sales_orderline")
        return cursor.fetchone()


@pytest.mark.slow
def test_all_lines_come_in_and_a_second_time_change_nothing(organisation, real_file, tmp_path):
    file = real_file("online_retail/online_retail.csv")
    code, out = kundenwert("import", "orders", str(file), *MAPS, "--key", "number", "--json")
    told = json.loads(out)
    assert (code, told["rows"], told["created"], told["rejected"], told["errors"]) == (0, 541_909, 541_909, 0, [])
    assert (told["orders"], told["lines"], told["new_customers"]) == (25_900, 541_909, 4_372)
    assert sums() == (REVENUE, 541_909, 25_900)
    assert (Order.objects.count(), OrderLine.objects.count(), Customer.objects.count()) == (25_900, 541_909, 4_372)
    assert OrderLine.objects.filter(order__customer=None).count() == 135_080
    assert Customer.objects.exclude(country="").values("country").distinct().count() == 35
    assert Customer.objects.filter(country="").count() > 0, "Unspecified and European Community are no countries"
    _check_sums_per_customer()
    code, out = kundenwert("import", "orders", str(file), *MAPS, "--key", "number", "--json")
    again = json.loads(out)
    assert (code, again["unchanged"], again["created"], again["updated"]) == (0, 541_909, 0, 0)
    assert sums() == (REVENUE, 541_909, 25_900)


def _check_sums_per_customer():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM sales_customersales s JOIN (SELECT customer_id, sum(net_total) AS total, count(*) AS n "
            "FROM sales_order WHERE deleted_at IS NULL GROUP BY 1) o USING (customer_id) "
            "WHERE s.net_total = o.total AND s.order_count = o.n"
        )
        assert cursor.fetchone()[0] == CustomerSales.objects.count() == 4_372


@pytest.mark.slow
def test_lines_without_a_customer_reported(organisation, real_file, tmp_path):
    """Of the first 100,000 lines; the whole file comes in above."""
    file, rejects = tmp_path / "first.csv", tmp_path / "rejected.csv"
    with real_file("online_retail/online_retail.csv").open(encoding="utf-8-sig", newline="") as whole:
        head = list(islice(csv.reader(whole), 100_001))
    with file.open("w", encoding="utf-8", newline="") as first:
        csv.writer(first).writerows(head)
    without = sum(not row[head[0].index("CustomerID")] for row in head[1:])
    assert 10_000 < without < 90_000
    code, out = kundenwert(
        "import", "orders", str(file), *MAPS, "--without-customer", "reject", "--rejects", str(rejects), "--json"
    )
    told = json.loads(out)
    assert (code, told["rows"], told["rejected"], told["created"]) == (1, 100_000, without, 100_000 - without)
    assert OrderLine.objects.count() == 100_000 - without
    assert rejects.read_bytes().count(b"\r\n") == without + 1
    assert told["errors"][0]["column"] == "CustomerID"
