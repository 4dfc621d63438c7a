"""Reading a file differently, and choosing fields."""

from __future__ import annotations

import io
import zipfile
from decimal import Decimal

import pytest

from kundenwert.catalogue.models import Product
from kundenwert.customers.models import Customer
from kundenwert.foundation.access.models import User
from kundenwert.operational.sales.models import Order
from kundenwert.records.models import ImportRun

from .conftest import HEADER

HTMX = {"HX-Request": "true"}


def test_a_wrong_delimiter_is_corrected_by_hand(admin_client, prepare, bring_in):
    run = prepare("Firma|Ort, Land|PLZ\nMüller, Weber|Köln, D|50667\nSchmidt, Groß|Bonn, D|53111\n")
    run.shape["delimiter"] = ","
    corrected = {"correct": "1", "encoding": "utf-8", "delimiter": "|", "header_row": "1"}
    assert admin_client.post(f"/imports/{run.pk}/mapping", corrected | {"delimiter": ","}).status_code == 302
    run.refresh_from_db()
    assert run.shape["delimiter"] == ","
    assert run.shape["columns"][0] == "Firma|Ort"
    assert admin_client.post(f"/imports/{run.pk}/mapping", corrected).status_code == 302
    run.refresh_from_db()
    assert run.shape["columns"] == ["Firma", "Ort, Land", "PLZ"]
    assert run.options["mapping"] == {"Firma": "name", "PLZ": "postal_code"}


def test_an_impossible_correction_keeps_what_was(admin_client, prepare):
    run = prepare("Firma;Ort\nMüller;Köln\n".encode("cp1252"))
    wrong = {"correct": "1", "encoding": "utf-8", "delimiter": ";", "header_row": "1"}
    answer = admin_client.post(f"/imports/{run.pk}/mapping", wrong)
    assert answer.status_code == 422
    assert answer.context["file_error"]
    assert len(answer.context["columns"]) == 2
    run.refresh_from_db()
    assert run.shape["encoding"] == "cp1252"


def test_header_in_another_row(admin_client, prepare):
    run = prepare("Kundenliste\n\nFirma;Ort\nMüller;Köln\n")
    assert run.shape["header_row"] == 3
    admin_client.post(
        f"/imports/{run.pk}/mapping",
        {"correct": "1", "encoding": "utf-8", "delimiter": ";", "header_row": "0"},
    )
    run.refresh_from_db()
    assert run.shape["header_row"] == 0


def test_one_field_is_not_filled_twice(admin_client, prepare, form_of):
    run = prepare("Firma;Kurzname\nMüller GmbH;Müller\n")
    form = form_of(run) | {"column-0": "name", "column-1": "name", "start": "1"}
    answer = admin_client.post(f"/imports/{run.pk}/mapping", form)
    assert answer.status_code == 422
    assert [bool(column.error) for column in answer.context["columns"]] == [False, True]
    run.refresh_from_db()
    assert run.status == "uploaded"


def test_nothing_assigned_is_refused(admin_client, prepare):
    run = prepare("A;B\nx;y\n")
    answer = admin_client.post(f"/imports/{run.pk}/mapping", {"start": "1"})
    assert answer.status_code == 422
    assert answer.context["error"]


def test_htmx_gets_only_the_form_with_the_new_preview(admin_client, prepare, form_of):
    run = prepare("Firma;X\nMüller GmbH;Köln\n")
    answer = admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"column-1": "city"}, headers=HTMX)
    text = answer.content.decode()
    assert text.strip().startswith('<form id="mapping"')
    assert [column["key"] for column in answer.context["preview_columns"]] == ["row", "outcome", "Firma", "X"]
    assert answer.context["preview_rows"][0]["row"].cells[1].text == "Köln"
    run.refresh_from_db()
    assert "X" not in run.options["mapping"], "only starting keeps the choices"


def test_ambiguous_numbers_are_asked_and_the_answer_counts(admin_client, prepare, form_of, bring_in):
    text = "Artikelnr;Bezeichnung;Preis\nS-1;Schraube;1.234\nS-2;Mutter;2.500\n"
    run = prepare(text, slug="products")
    price = admin_client.get(f"/imports/{run.pk}/mapping").context["columns"][2]
    assert (price.kind, price.ambiguous, price.notation) == ("number", "1.234", "")
    answer = admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"notation-2": "."}, headers=HTMX)
    assert answer.context["columns"][2].ambiguous == ""
    assert answer.context["preview_rows"][0]["row"].cells[2].text.startswith("1,234")
    done = bring_in(text, {"notation-2": "."}, slug="products")
    assert done.status == "done"
    assert Product.objects.get(number="S-1").net_price == Decimal("1.234")


def test_a_number_column_assigned_by_hand_is_looked_through(admin_client, prepare, form_of):
    rows = "".join(f"S-{at};Teil {at};{at}.500\n" for at in range(1, 900)) * 2 + "S-X;Teil;0,25\n"
    run = prepare(f"Artikelnr;Bezeichnung;Q\n{rows}", slug="products")
    answer = admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"column-2": "net_price"}, headers=HTMX)
    column = answer.context["columns"][2]
    assert (column.kind, column.ambiguous) == ("number", "")
    assert answer.context["preview_rows"][0]["row"].cells[2].text.startswith("1.500")


def test_month_first_dates_by_choice(bring_in):
    run = bring_in(f"{HEADER}\nK-1;Eins GmbH;;;;03/04/1980\n", {"notation-5": "mdy"})
    assert run.status == "done"
    assert str(Customer.objects.get(number="K-1").birthday) == "1980-03-04"


def test_no_key_makes_every_row_new_and_the_likeness_is_shown(bring_in, admin_client):
    text = "Firma;Ort\nMüller GmbH;Köln\nMüller GmbH;Köln\n"
    run = bring_in(text)
    assert (run.created, len(run.details["duplicates"])) == (2, 1)
    page = admin_client.get(f"/imports/{run.pk}").content.decode()
    assert "Wahrscheinliche Dubletten" in page
    assert page.count("Müller GmbH") >= 2


ORDERS = (
    "Auftragsnummer;Kundennummer;Datum;Artikelnummer;Menge;Einzelpreis\n"
    "A-1;K-1;22.11.2026;S-1;2;1,50\nA-2;;22.11.2026;S-1;1;1,50\n"
)


def test_orders_with_unknown_customers_are_made_or_rejected(admin_client, prepare, form_of, bring_in):
    run = prepare(ORDERS, name="auftraege.csv", slug="orders")
    form = form_of(run)
    assert {"unknown", "unknown_products", "without_customer"} <= form.keys()
    strict = bring_in(ORDERS, {"unknown": "reject", "without_customer": "reject"}, name="a.csv", slug="orders")
    assert (strict.status, strict.rejected, Order.objects.count()) == ("done", 2, 0)
    lenient = bring_in(ORDERS, {"unknown": "create", "without_customer": "anonymous"}, name="b.csv", slug="orders")
    assert (lenient.rejected, Order.objects.count(), Customer.objects.count()) == (0, 2, 1)
    page = admin_client.get(f"/imports/{lenient.pk}")
    assert len(page.context["more_stats"]) == 4


def test_unknown_colleagues(bring_in):
    text = "Firma;Betreuer\nMüller GmbH;Anna Weber\n"
    rejected = bring_in(text, {"unknown_users": "reject"})
    assert (rejected.rejected, User.objects.filter(last_name="Weber").count()) == (1, 0)
    created = bring_in(text, {"unknown_users": "create"})
    assert (created.created, User.objects.get(last_name="Weber").is_active) == (1, False)


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"%PDF-1.7\n1 0 obj", "kunden.csv"),
        (b"", "leer.csv"),
        (b"\x89PNG\r\n\x1a\n", "bild.xlsx"),
        (b"PK\x03\x04 broken", "kaputt.xlsx"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(upload, content, name):
    answer = upload(content, name=name)
    assert answer.status_code == 422
    assert answer.context["error"] in answer.content.decode()
    assert ImportRun.objects.count() == 0


def test_a_zip_bomb_is_refused(upload):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(300):
                sheet.write(b"0" * 1_000_000)
    answer = upload(packed.getvalue(), name="bombe.xlsx")
    assert answer.status_code == 422
    assert answer.context["error"]
    assert ImportRun.objects.count() == 0


def test_a_file_over_the_limit_is_refused(upload, settings):
    settings.UPLOAD_LIMIT = 1024
    answer = upload("Firma\n" + "Müller GmbH\n" * 200)
    assert answer.status_code == 422
    assert ImportRun.objects.count() == 0


def test_an_upload_without_a_file(admin_client):
    assert admin_client.post("/customers/import").status_code == 422


def test_htmx_is_led_to_the_mapping(admin_client):
    from django.core.files.uploadedfile import SimpleUploadedFile

    file = SimpleUploadedFile("kunden.csv", b"Firma;Ort\nM;K\n")
    answer = admin_client.post("/customers/import", {"file": file}, headers=HTMX)
    assert answer["HX-Redirect"] == f"/imports/{ImportRun.objects.get().pk}/mapping"


def test_a_discarded_upload_leads_back_to_the_list(admin_client, prepare):
    run = prepare("Firma;Ort\nMüller;Köln\n")
    assert admin_client.post(f"/imports/{run.pk}/cancel").url == "/customers"
    run.refresh_from_db()
    assert run.status == "cancelled"


def test_a_very_wide_file(admin_client, prepare, form_of):
    header = ";".join(["Firma", *(f"Spalte {at}" for at in range(400)), "Ort"])
    run = prepare(f"{header}\nMüller GmbH{';x' * 401}\n")
    page = admin_client.get(f"/imports/{run.pk}/mapping")
    assert (len(page.context["columns"]), page.context["hidden_columns"]) == (300, 102)
    assert admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"start": "1"}).status_code == 302


def test_the_preview_waits_for_nobody(admin_client, prepare, organisation):
    """Another import holds the customers' numbers until it ends; the page comes all the same."""
    import psycopg

    run = prepare("Firma;Ort\nMüller;Köln\n")
    with psycopg.connect(**organisation.owner) as other:
        other.execute("LOCK TABLE customers_customer IN EXCLUSIVE MODE")
        page = admin_client.get(f"/imports/{run.pk}/mapping")
    assert page.status_code == 200
    assert page.context["is_tried"] is False
    assert page.context["preview_rows"][0]["row"].cells[0].text == "Müller"


def test_words_of_a_preview_are_learnt_by_the_import(bring_in, admin_client):
    bring_in("Firma;Ort\nMetallwarenfabrik Zwickau GmbH;Zwickau\n")
    found = admin_client.get("/customers?q=Metalwarenfabrik").content.decode()
    assert "Metallwarenfabrik Zwickau GmbH" in found
