from __future__ import annotations

from datetime import date

import pytest

from kundenwert.analytical.report.errors import ReportError
from kundenwert.analytical.report.reading import read_purchases


def rows_of(path, **chosen):
    return read_purchases(path, chosen).table.to_pylist()


def test_german_and_english_headers_and_numbers_are_found(write):
    german = write("Kunden-Nr.;Datum;Betrag netto;Umsatz\n7;22.11.2026;x;1.234,56\n7;13.11.2026;x;-4,00\n")
    assert rows_of(german) == [
        {"customer": "7", "date": date(2026, 11, 22), "amount": 1234.56},
        {"customer": "7", "date": date(2026, 11, 13), "amount": -4.0},
    ]
    english = write("CustomerID,InvoiceDate,Quantity,UnitPrice\nA,11/22/2026 14:30,3,1.50\nA,11/23/2026 9:00,-1,1.50\n")
    assert [row["amount"] for row in rows_of(english)] == [4.5, -1.5]
    assert rows_of(english)[0]["date"] == date(2026, 11, 22)


def test_bad_rows_are_counted_and_named(write):
    path = write(
        "customer;date;amount\n1;2026-01-01;5\n2;31.02.2026;5\n3;2026-01-03;viel\n4;2026-01-04;\n;2026-01-05;9\n"
    )
    found = read_purchases(path, {})
    assert (found.rows, found.bad_rows, found.table.num_rows) == (5, 3, 2)
    assert [(problem.row, problem.column, problem.value) for problem in found.problems] == [
        (3, "date", "31.02.2026"), (4, "amount", "viel"), (5, "amount", ""),
    ]  # fmt: skip
    assert dict(found.reasons) == {"date": 1, "amount": 2}
    assert found.table["customer"].to_pylist() == ["1", None]


def test_columns_can_be_named_or_numbered_and_a_file_may_have_no_header(write):
    path = write(" 00004 0001 19970101 2  29.33\n 00004 0001 19970118 2  29.73\n", "sample.txt")
    assert rows_of(path, customer="1", date="3", amount="5") == [
        {"customer": "00004", "date": date(1997, 1, 1), "amount": 29.33},
        {"customer": "00004", "date": date(1997, 1, 18), "amount": 29.73},
    ]


def test_amount_that_is_chosen_beats_quantity_times_price(write):
    path = write("customer,date,quantity,price,total\n1,2026-01-01,2,10,18\n")
    assert rows_of(path)[0]["amount"] == 20.0
    assert rows_of(path, amount="total")[0]["amount"] == 18.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a;b\n1;2\n", "--customer COLUMN --date COLUMN"),
        ("", "empty"),
        ("customer;date\n1;2026-01-01\n", "no column “preis”"),
    ],
)
def test_what_to_do_is_said(write, text, message):
    with pytest.raises(ReportError, match=message.replace("(", r"\(")):
        read_purchases(write(text), {"amount": "preis"} if "date" in text else {})


def test_labels_of_products_and_orders_are_kept(shop):
    found = read_purchases(shop, {})
    assert dict(found.labels) == {"A1": "Ware A1", "A2": "Ware A2", "B7": "Ware B7"}
    assert found.table.column_names == ["customer", "date", "amount", "product", "order"]
    assert found.bad_rows == 0
