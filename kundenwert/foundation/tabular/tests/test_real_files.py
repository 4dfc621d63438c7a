"""Files that were not made here (folder of real data sets; skipped where it is absent)."""

from __future__ import annotations

import gzip
import shutil
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from kundenwert.foundation.tabular.formats import ColumnProfile, parse_date, parse_datetime, parse_decimal
from kundenwert.foundation.tabular.shape import inspect_file
from kundenwert.foundation.tabular.source import open_table
from kundenwert.foundation.tabular.tests.reading import cells
from kundenwert.foundation.tabular.write import write_csv, write_xlsx


def test_chinook_customers(real_data: Path, tmp_path: Path) -> None:
    path = real_data / "chinook" / "customers.csv"
    shape = inspect_file(path)
    rows = cells(path)
    assert (shape.encoding, shape.delimiter, shape.header_row, len(shape.columns)) == ("utf-8", ",", 1, 13)
    assert (len(rows), {len(row) for row in rows}) == (59, {13})
    assert rows[1][1:6] == ("Leonie", "Köhler", "", "Theodor-Heuss-Straße 34", "Stuttgart")
    assert rows[0][4] == "Av. Brigadeiro Faria Lima, 2170"
    texts = [[str(cell) for cell in row] for row in rows]
    write_csv(tmp_path / "a.csv", shape.columns, texts)
    write_xlsx(tmp_path / "a.xlsx", "Kunden", shape.columns, texts, ["text"] * 13)
    assert cells(tmp_path / "a.csv") == rows
    assert cells(tmp_path / "a.xlsx") == [tuple(cell or None for cell in row) for row in rows]


def test_chinook_invoices(real_data: Path) -> None:
    path = real_data / "chinook" / "invoices.csv"
    shape = inspect_file(path)
    rows = cells(path)
    day, total = ColumnProfile(), ColumnProfile()
    for row in rows:
        day.feed(row[2])
        total.feed(row[8])
    assert (len(rows), day.ambiguous, total.ambiguous) == (412, False, False)
    assert (shape.columns[2], parse_date(rows[0][2], day.decide())) == ("InvoiceDate", date(2021, 1, 1))
    assert parse_decimal(rows[0][8], total.decide()) == Decimal("1.98")


def test_online_retail(real_data: Path, tmp_path: Path) -> None:
    path = tmp_path / "online_retail.csv"
    with gzip.open(real_data / "online_retail" / "online_retail.csv.gz") as packed, path.open("wb") as file:
        shutil.copyfileobj(packed, file)
    shape = inspect_file(path)
    assert shape.columns[:5] == ("InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate")
    profiles = [ColumnProfile() for _name in shape.columns]
    count = without_customer = 0
    for row in open_table(path, shape).rows():
        assert row.problem is None
        count += 1
        without_customer += not row.cells[6]
        for column in (3, 4, 5):
            profiles[column].feed(row.cells[column])
    formats = [profile.decide("de") for profile in profiles]
    total = sum(
        parse_decimal(row.cells[3], formats[3]) * parse_decimal(row.cells[5], formats[5])
        for row in open_table(path, shape).rows()
    )
    assert (count, without_customer, total) == (541_909, 135_080, Decimal("9747747.934"))
    first = next(open_table(path, shape).rows())
    berlin = ZoneInfo("Europe/Berlin")
    assert parse_datetime(first.cells[4], formats[4], berlin) == datetime(2010, 12, 1, 8, 26, tzinfo=berlin)


def test_every_other_csv_is_read_whole(real_data: Path) -> None:
    expected = {
        "donations/donations.csv": 22,
        "telco_churn_ibm/Telco-Customer-Churn.csv": 7043,
        "cfpb_complaints_sample/complaints_sample.csv": 1000,
    }
    assert {name: len(cells(real_data / name)) for name in expected} == expected
