"""Files that are broken or meant to break something: told in words, nothing lost, memory bounded."""

from __future__ import annotations

import resource
import zipfile

import openpyxl
import pytest
from django.utils import translation

from kundenwert.customers.models import Customer
from kundenwert.foundation.tabular.errors import TableError
from kundenwert.records.tests.imports.bring import bring, counts, table

HEADER = "Kundennummer;Firma;Notiz"
MAPPING = {"Kundennummer": "number", "Firma": "name", "Notiz": "note"}


@pytest.fixture(autouse=True)
def german(organisation):
    with translation.override("de"):
        yield


def numbers():
    return sorted(Customer.objects.values_list("number", flat=True))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "mac-roman"])
def test_encodings(encoding):
    text = table(HEADER, *(f"K{number};Größe & Söhne GmbH;Straße „Äpfel“" for number in range(60)))
    try:
        run, _report = bring("customers", text.encode(encoding), mapping=MAPPING)
    except TableError as error:
        assert encoding in {"utf-16-le", "mac-roman"}, str(error)
        return
    assert counts(run) == (60, 60, 0, 0, 0)
    if encoding != "mac-roman":  # no bytes tell it from cp1252; then a person says so
        assert set(Customer.objects.values_list("name", "note")) == {("Größe & Söhne GmbH", "Straße „Äpfel“")}


def test_bytes_that_are_no_text_cost_their_rows():
    rows = [f"K{number};Größe {number};n".encode() for number in range(50)]
    rows[20] = b"K20;Gr\xf6\xdfe;n"
    run, report = bring("customers", b"\r\n".join([HEADER.encode(), *rows]), mapping=MAPPING)
    if run.rejected:
        assert (counts(run), report.problems[0].row) == ((50, 49, 0, 0, 1), 22)
    else:
        assert counts(run) == (50, 50, 0, 0, 0)


@pytest.mark.parametrize("delimiter", [",", "\t", "|", ";"])
def test_delimiters(delimiter):
    text = table(HEADER, "K1;Alpha GmbH;eins", "K2;Beta GmbH;zwei").replace(";", delimiter)
    run, _report = bring("customers", text, mapping=MAPPING)
    assert (counts(run), numbers()) == ((2, 2, 0, 0, 0), ["K1", "K2"])


def test_a_delimiter_inside_a_cell_costs_its_row():
    run, report = bring(
        "customers", table(HEADER, "K1;Alpha GmbH;eins", "K2;Beta; Sohn;zwei", "K3;Gamma GmbH;drei"), mapping=MAPPING
    )
    assert (counts(run), numbers(), report.problems[0].row) == ((3, 2, 0, 0, 1), ["K1", "K3"], 3)


def test_a_broken_quotation_mark_costs_its_rows():
    rows = [f"K{number};Firma {number};ok" for number in range(20)]
    rows[5] = 'K5;"Firma 5;ok'
    run, report = bring("customers", table(HEADER, *rows), mapping=MAPPING)
    assert run.rows == run.created + run.rejected == 20
    assert run.rejected <= 2
    assert {problem.row for problem in report.problems} >= {7}


def test_a_line_of_a_hundred_megabytes(tmp_path):
    path = tmp_path / "lang.csv"
    with path.open("wb") as file:
        file.write(f"{HEADER}\r\nK1;Alpha GmbH;eins\r\nK2;".encode())
        for _piece in range(100):
            file.write(b"x" * (1 << 20))
        file.write(b";zwei\r\nK3;Gamma GmbH;drei\r\n")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    run, report = bring("customers", path, mapping=MAPPING)
    assert (counts(run), numbers(), report.problems[0].row) == ((3, 2, 0, 0, 1), ["K1", "K3"], 3)
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) < 80 * 1024, "kilobytes"


def test_a_cell_of_ten_megabytes():
    run, report = bring(
        "customers", table(HEADER, f"K1;Alpha GmbH;{'lang ' * 2_000_000}", "K2;Beta GmbH;ok"), mapping=MAPPING
    )
    assert (counts(run), numbers()) == ((2, 1, 0, 0, 1), ["K2"])
    assert len(str(run.details)) < 2_000
    assert report.problems[0].row == 2


def test_zip_bomb(tmp_path):
    path = tmp_path / "bombe.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as part:
            for _piece in range(600):
                part.write(b" " * (1 << 20))
    with pytest.raises(TableError):
        bring("customers", path)


def test_truncated_workbook(tmp_path):
    whole, cut = tmp_path / "ganz.xlsx", tmp_path / "halb.xlsx"
    book = openpyxl.Workbook()
    for row in [MAPPING.keys(), *((f"K{number}", f"Firma {number}", "n" * 50) for number in range(500))]:
        book.active.append(list(row))
    book.save(whole)
    content = whole.read_bytes()
    for share in (0.2, 0.5, 0.9, 0.99):
        cut.write_bytes(content[: int(len(content) * share)])
        with pytest.raises(TableError):
            bring("customers", cut, mapping=MAPPING)
    assert counts(bring("customers", whole, mapping=MAPPING)[0]) == (500, 500, 0, 0, 0)


def test_numbers_dates_and_formulas_of_a_workbook(tmp_path):
    path = tmp_path / "k.xlsx"
    book = openpyxl.Workbook()
    for row in (
        ["Kundennummer", "Firma", "PLZ", "Notiz"],
        [10001, "Alpha GmbH", 1067, "=1+1"],
        [10002.0, "Beta GmbH", "01069", None],
    ):
        book.active.append(row)
    book.save(path)
    run, report = bring("customers", path)
    assert counts(run) == (2, 2, 0, 0, 0), report.problems
    assert list(Customer.objects.order_by("number").values_list("number", "postal_code")) == [
        ("10001", "01067"),
        ("10002", "01069"),
    ]


@pytest.mark.parametrize(
    "content", [b"", b"\x00" * 5_000, b"%PDF-1.7 ...", b"<html><table></table></html>", b"\x89PNG\r\n\x1a\n"]
)
def test_what_is_no_table_is_refused_in_words(content):
    with pytest.raises(TableError) as refusal:
        bring("customers", content)
    assert str(refusal.value)


def test_nothing_below_the_header():
    run, _report = bring("customers", HEADER + "\r\n", mapping=MAPPING)
    assert (run.status, Customer.objects.count()) == ("failed", 0)
