"""Files of orders: one row an order, or one row a line."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kundenwert.catalogue.models import Product
from kundenwert.customers.models import Customer
from kundenwert.operational.sales.amounts import line_amount, order_totals
from kundenwert.operational.sales.models import CustomerSales, Order, OrderLine
from kundenwert.records.actions.undo_import import undo_import
from kundenwert.records.imports import run as engine
from kundenwert.records.search.find import ranked_ids
from kundenwert.records.tests.imports.bring import bring, counts, table

LINES = "Auftragsnummer;Kundennummer;Datum;Artikelnummer;Bezeichnung;Menge;Preis"
FILE = table(
    LINES,
    "A1;K1;20.11.2026;S-1;Schraube;10;1,25",
    "A1;K1;20.11.2026;S-2;Mutter;5;0,335",
    "A2;K2;21.11.2026;S-1;Schraube;-2;1,25",
)


@pytest.fixture(autouse=True)
def german(organisation):
    with translation.override("de"):
        yield


def lines(number):
    found = OrderLine.objects.filter(order__number=number, order__deleted_at=None).order_by("position")
    return list(found.values_list("position", "product__number", "quantity", "unit_price", "net_amount"))


def sales(number):
    found = CustomerSales.objects.filter(customer__number=number, customer__deleted_at=None).first()
    return (found.order_count, found.net_total) if found else None


def totals(number):
    return Order.objects.values_list("net_total", "tax_total", "cost_total").get(number=number, deleted_at=None)


def test_lines_make_orders_customers_and_products():
    run, _report = bring("orders", FILE)
    assert (run.status, counts(run)) == ("done", (3, 3, 0, 0, 0))
    told = {name: run.details[name] for name in ("orders", "lines", "new_customers", "new_products")}
    assert told == {"orders": 2, "lines": 3, "new_customers": 2, "new_products": 2}
    assert lines("A1") == [
        (1, "S-1", Decimal("10.000"), Decimal("1.2500"), Decimal("12.50")),
        (2, "S-2", Decimal("5.000"), Decimal("0.3350"), Decimal("1.68")),
    ]
    assert totals("A1") == (Decimal("14.18"), Decimal("2.69"), None)
    assert totals("A2") == (Decimal("-2.50"), Decimal("-0.48"), None)
    assert (sales("K1"), sales("K2")) == ((1, Decimal("14.18")), (1, Decimal("-2.50")))
    assert ranked_ids("sales.order", "A1", limit=5) == [Order.objects.get(number="A1").pk]
    assert list(Customer.objects.order_by("number").values_list("number", "name", "stage")) == [
        ("K1", "Kunde K1", "customer"), ("K2", "Kunde K2", "customer"),
    ]  # fmt: skip
    assert Product.objects.get(number="S-2").name == "Mutter"


def test_same_file_twice_changes_nothing():
    bring("orders", FILE)
    again, _report = bring("orders", FILE)
    assert counts(again) == (3, 0, 0, 3, 0)
    assert again.changes.count() == 0
    assert set(Order.objects.values_list("version", flat=True)) == {1}


def test_a_changed_line_and_its_undo():
    first, _report = bring("orders", FILE)
    before = lines("A1"), totals("A1"), sales("K1")
    changed, _report = bring(
        "orders", FILE.replace(";Mutter;5;", ";Mutter;7;") + "A1;K1;20.11.2026;S-3;Dübel;1;2,00\r\n"
    )
    assert counts(changed) == (4, 1, 1, 2, 0)
    assert [line[2] for line in lines("A1")] == [Decimal("10.000"), Decimal("7.000"), Decimal("1.000")]
    assert (totals("A1")[0], sales("K1")) == (Decimal("16.85"), (1, Decimal("16.85")))
    undo_import(changed, actor=None)
    assert (lines("A1"), totals("A1"), sales("K1")) == before
    assert undo_import(first, actor=None).details["kept"] == 0
    assert (Order.objects.filter(deleted_at=None).count(), Customer.objects.filter(deleted_at=None).count()) == (0, 0)
    assert counts(bring("orders", FILE)[0]) == (3, 3, 0, 0, 0)


def test_what_is_new_about_the_order_itself():
    header = f"{LINES};Status;Notiz"
    bring("orders", table(header, "A1;K1;20.11.2026;S-1;Schraube;1;1,00;offen;alt"))
    run, _report = bring("orders", table(header, "A1;K1;20.11.2026;S-1;Schraube;1;1,00;storniert;"))
    assert counts(run) == (1, 0, 1, 0, 0)
    order = Order.objects.get(number="A1")
    assert (order.status, order.note, order.version, sales("K1")) == ("cancelled", "alt", 2, (0, Decimal("0.00")))
    undo_import(run, actor=None)
    order.refresh_from_db()
    assert (order.status, sales("K1"), lines("A1")[0][0]) == ("open", (1, Decimal("1.00")), 1)


@pytest.mark.parametrize("batch", [1, 2, 7])
def test_lines_scattered_through_the_file(monkeypatch, batch):
    monkeypatch.setattr(engine, "BATCH", batch)
    rows = [f"A{order};K{order};20.11.2026;S-{line};Ware;{line};1,00" for order in range(5) for line in range(1, 5)]
    random.Random(7).shuffle(rows)
    run, _report = bring("orders", table(LINES, *rows))
    assert (counts(run), run.details["orders"]) == ((20, 20, 0, 0, 0), 5)
    assert {totals(f"A{order}")[0] for order in range(5)} == {Decimal("10.00")}
    again, _report = bring("orders", table(LINES, *rows))
    assert counts(again) == (20, 0, 0, 20, 0)
    changed, _report = bring("orders", table(LINES, *(row.replace(";4;1,00", ";5;1,00") for row in rows)))
    assert counts(changed) == (20, 0, 5, 15, 0)
    assert undo_import(changed, actor=None).details["kept"] == 0
    assert {totals(f"A{order}")[0] for order in range(5)} == {Decimal("10.00")}
    assert undo_import(run, actor=None).details["kept"] == 0


def test_mended_rows_go_to_their_own_place(tmp_path):
    run, _report = bring("orders", FILE.replace(";Schraube;10;", ";Schraube;zehn;"))
    assert counts(run) == (3, 2, 0, 0, 1)
    assert [line[0] for line in lines("A1")] == [2], "the place of the first line stays free"
    mended = tmp_path / "mended.csv"
    mended.write_bytes(run.rejects.path.read_bytes().replace(b"zehn", b"10"))
    again, _report = bring("orders", mended)
    assert counts(again) == (1, 1, 0, 0, 0)
    assert [line[:3] for line in lines("A1")] == [(1, "S-1", Decimal("10.000")), (2, "S-2", Decimal("5.000"))]
    assert counts(bring("orders", FILE)[0]) == (3, 0, 0, 3, 0), "the whole file mended changes nothing more"


def test_stated_positions():
    header = f"{LINES};Pos"
    text = table(header, "A1;K1;20.11.2026;S-2;Mutter;1;2,00;20", "A1;K1;20.11.2026;S-1;Schraube;1;1,00;10")
    bring("orders", text)
    assert [line[:2] for line in lines("A1")] == [(10, "S-1"), (20, "S-2")]
    part, _report = bring(
        "orders", table(header, "A1;K1;20.11.2026;S-2;Mutter;3;2,00;20", "A1;K1;20.11.2026;S-9;Neu;1;5,00;")
    )
    assert counts(part) == (2, 1, 1, 0, 0)
    assert [(line[0], line[2]) for line in lines("A1")] == [
        (10, Decimal("1.000")),
        (20, Decimal("3.000")),
        (21, Decimal("1.000")),
    ]


def test_one_row_an_order():
    text = table(
        "Rechnungsnummer;Kundennummer;Datum;Summe", "R1;K1;2026-11-20 14:30;1.234,56", "R2;K1;2026-11-21 09:00;10,00"
    )
    run, _report = bring("orders", text)
    assert (counts(run), run.details["orders"]) == ((2, 2, 0, 0, 0), 2)
    assert (totals("R1")[0], sales("K1")) == (Decimal("1234.56"), (2, Decimal("1244.56")))
    assert counts(bring("orders", text)[0]) == (2, 0, 0, 2, 0)


def test_orders_without_a_key_are_an_order_each():
    text = table("Kundennummer;Datum;Betrag", "K1;20.11.2026;10,00", "K1;20.11.2026;10,00")
    run, _report = bring("orders", text)
    assert (counts(run), run.details["orders"], sales("K1")) == ((2, 2, 0, 0, 0), 2, (2, Decimal("20.00")))
    assert len(set(Order.objects.values_list("number", flat=True))) == 2


def test_external_numbers_as_key():
    text = table(
        "Externe Nummer;Auftragsnummer;Kundennummer;Datum;Betrag",
        "x-1;A1;K1;20.11.2026;10,00",
        "x-2;;K1;20.11.2026;5,00",
    )
    run, _report = bring("orders", text, key="external_id")
    assert counts(run) == (2, 2, 0, 0, 0)
    assert counts(bring("orders", text, key="external_id")[0]) == (2, 0, 0, 2, 0)
    clash, report = bring("orders", table("Externe Nummer;Auftragsnummer;Kundennummer;Datum;Betrag", "x-3;A1;K1;20.11.2026;1,00"),
                          key="external_id")  # fmt: skip
    assert (counts(clash), report.problems[0].column) == ((1, 0, 0, 0, 1), "Auftragsnummer")


def test_numbers_that_came_with_a_file_are_not_given_out_again(admin_user):
    from .make import make_order

    bring("orders", table("Auftragsnummer;Kundennummer;Datum;Betrag", "100005;K1;20.11.2026;10,00"))
    assert int(make_order(admin_user, None).number) > 100_005


def test_unknown_customers_and_products_as_chosen():
    strict, report = bring("orders", FILE, unknown="reject")
    assert (counts(strict), {problem.column for problem in report.problems}) == ((3, 0, 0, 0, 3), {"Kundennummer"})
    strict, report = bring("orders", FILE, unknown_products="reject", unknown="anonymous")
    assert (counts(strict), {problem.column for problem in report.problems}) == ((3, 0, 0, 0, 3), {"Artikelnummer"})
    free, _report = bring("orders", FILE, unknown="anonymous", unknown_products="anonymous")
    assert (counts(free), Customer.objects.count(), Product.objects.count()) == ((3, 3, 0, 0, 0), 0, 0)
    assert set(Order.objects.values_list("customer", flat=True)) == {None}
    assert set(OrderLine.objects.values_list("text", flat=True)) == {"Schraube", "Mutter"}


def test_orders_that_name_no_customer():
    text = table(LINES, "A1;;20.11.2026;S-1;Schraube;1;1,00", "A2;K1;20.11.2026;S-1;Schraube;1;1,00")
    run, report = bring("orders", text, without_customer="reject")
    assert (counts(run), report.problems[0].row, report.problems[0].column) == ((2, 1, 0, 0, 1), 2, "Kundennummer")
    kept, _report = bring("orders", text)
    assert (counts(kept), Order.objects.get(number="A1").customer) == ((2, 1, 0, 1, 0), None)


@pytest.mark.parametrize(("text", "expected"), [
    ("K7", {"number": "K7", "name": "Kunde K7", "email": ""}),
    ("Müller 24 GmbH", {"name": "Müller 24 GmbH", "email": ""}),
    ("Info@Neu.example", {"name": "Info@Neu.example", "email": "Info@neu.example"}),
])  # fmt: skip
def test_what_a_new_customer_is_called(text, expected):
    bring("orders", table("Auftragsnummer;Kunde;Datum;Betrag", f"A1;{text};20.11.2026;1,00"))
    made = Customer.objects.values(*expected).get()
    assert made == expected
    assert counts(bring("orders", table("Auftragsnummer;Kunde;Datum;Betrag", f"A1;{text};20.11.2026;1,00"))[0]) == (
        1,
        0,
        0,
        1,
        0,
    )


@pytest.mark.parametrize(("row", "column"), [
    ("A1;K1;;S-1;Schraube;1;1,00", "Datum"),
    (";K1;20.11.2026;S-1;Schraube;1;1,00", "Auftragsnummer"),
    ("A1;K1;20.11.2026;S-1;Schraube;99999999999;9999999999", "Preis"),
    ("A1;K1;20.11.2026;S-1;Schraube;eins;1,00", "Menge"),
    (f"A1;K1;20.11.2026;{'S' * 61};Schraube;1;1,00", "Artikelnummer"),
])  # fmt: skip
def test_bad_rows(row, column):
    run, report = bring("orders", FILE + row + "\r\n")
    assert (counts(run), report.problems[0].column) == ((4, 3, 0, 0, 1), column)
    assert Order.objects.count() == 2


AMOUNTS = st.tuples(
    st.decimals("-999", "999", places=3), st.decimals("0", "9999", places=4),
    st.sampled_from(["0", "10", "33.33", "100"]), st.sampled_from(["19", "7", "0", "8.1"]),
    st.one_of(st.none(), st.decimals("0", "999", places=4)),
)  # fmt: skip


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(AMOUNTS, min_size=1, max_size=12))
def test_totals_are_those_of_the_lines(drawn):
    """What SQL sums up is what `amounts` sums up."""
    OrderLine.objects.all().delete()
    Order.objects.all().delete()
    header = "Auftragsnummer;Datum;Menge;Preis;Rabatt;MwSt;EK"
    rows = [f"A{i % 3};20.11.2026;{q};{p};{d};{r};{'' if c is None else c}".replace(".", ",").replace("20,11,2026", "20.11.2026")
            for i, (q, p, d, r, c) in enumerate(drawn)]  # fmt: skip
    run, report = bring("orders", table(header, *rows), mapping={
        "Auftragsnummer": "number", "Datum": "ordered_at", "Menge": "quantity", "Preis": "unit_price",
        "Rabatt": "discount_percent", "MwSt": "tax_rate", "EK": "unit_cost"})  # fmt: skip
    assert counts(run) == (len(drawn), len(drawn), 0, 0, 0), report.problems
    for order in Order.objects.all():
        stored = list(OrderLine.objects.filter(order=order))
        assert [line.net_amount for line in stored] == [
            line_amount(line.quantity, line.unit_price, line.discount_percent) for line in stored
        ]
        assert (order.net_total, order.tax_total, order.cost_total) == order_totals(stored)
