"""From the upload to the undo, as a colleague does it."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest

from kundenwert.catalogue.models import Product
from kundenwert.customers.models import Customer
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.files.models import StoredFile
from kundenwert.records.models import ImportMapping, ImportRun

from .conftest import HEADER, work

PRODUCTS = (
    "Artikelnr;Bezeichnung;Preis;Einheit\r\nS-1;Schraube groß;1.234,50;Stück\r\nS-2;Mutter;abc;Stück\r\n"
    ";;;\r\nS-3;Dübel;0,075;Stück\r\n"
)
CUSTOMERS = (
    f"{HEADER}\r\n"
    "K-1;Müller & Söhne GmbH;50667;Köln;info@mueller.example;\r\n"
    "K-2;Straßenbau Nord;24103;Kiel;keine-adresse;\r\n"
    "K-3;;20095;Hamburg;hafen@nord.example;01.02.1980\r\n"
    "K-4;Öl AG;80331;München;oel@sued.example;31.02.1980\r\n"
    "K-5;Groß KG;01067;Dresden;gross@ost.example;03.04.1975\r\n"
)


def test_whole_flow(admin_client, admin_user, prepare, form_of, bring_in):
    run = prepare(CUSTOMERS.encode("cp1252"))
    page = admin_client.get(f"/imports/{run.pk}/mapping")
    assert [column.target for column in page.context["columns"]] == [
        "number", "name", "postal_code", "city", "email", "birthday",
    ]  # fmt: skip
    assert page.context["shape"].encoding == "cp1252"
    assert page.context["shape"].delimiter == ";"
    outcomes = [entry["row"].outcome for entry in page.context["preview_rows"]]
    assert outcomes == ["created", "rejected", "rejected", "rejected", "created"]
    assert Customer.objects.count() == 0, "a preview must not write"
    assert ImportRun.objects.count() == 1

    started = admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"start": "1"})
    assert (started.status_code, started.url) == (302, f"/imports/{run.pk}")
    waiting = admin_client.get(f"/imports/{run.pk}", headers={"HX-Request": "true"}).content.decode()
    assert f'hx-get="/imports/{run.pk}"' in waiting
    work()
    run.refresh_from_db()
    assert (run.status, run.rows, run.created, run.updated, run.rejected) == ("done", 5, 2, 0, 3)
    assert list(Customer.objects.order_by("number").values_list("number", "name", "city")) == [
        ("K-1", "Müller & Söhne GmbH", "Köln"),
        ("K-5", "Groß KG", "Dresden"),
    ]
    result = admin_client.get(f"/imports/{run.pk}").content.decode()
    assert "keine-adresse" in result
    assert f'hx-get="/imports/{run.pk}"' not in result

    answer = admin_client.get(f"/imports/{run.pk}/rejects")
    assert answer["Content-Disposition"].startswith("attachment")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text), delimiter=";")
    assert header[:6] == HEADER.split(";")
    rows.sort()
    assert [row[0] for row in rows] == ["K-2", "K-3", "K-4"]
    assert [row[6] for row in rows] == ["3", "4", "5"]

    mended = text.replace("keine-adresse", "post@nord.example").replace("31.02.1980", "28.02.1980")
    mended = mended.replace("K-3;;", "K-3;Hafen GmbH;")
    again = bring_in(mended, name="kunden-mended.csv")
    assert set(ImportMapping.objects.values_list("options__mapping__Firma", flat=True)) == {"name"}
    assert (again.status, again.created, again.updated, again.rejected) == ("done", 3, 0, 0)
    assert len(again.options["mapping"]) == 6, "the two added columns are not imported"

    assert admin_client.post(f"/imports/{again.pk}/undo").url == f"/imports/{again.pk}"
    again.refresh_from_db()
    assert again.status == "undone"
    assert Customer.objects.filter(deleted_at=None).count() == 2
    told = set(AuditEntry.objects.values_list("action", flat=True))
    assert {f"records.importrun.{verb}" for verb in ("uploaded", "started", "done", "undone")} <= told


def test_a_mapping_made_by_hand_is_remembered_for_the_mended_rows(bring_in, admin_client, prepare):
    choices = {"column-0": "number", "column-1": "name", "column-2": "email", "key": "number"}
    run = bring_in("A;B;C\r\n1;Eins GmbH;eins@firma.example\r\n2;Zwei GmbH;zwei\r\n", choices)
    assert (run.created, run.rejected) == (1, 1)
    text = b"".join(admin_client.get(f"/imports/{run.pk}/rejects").streaming_content)
    mended = prepare(text.replace(b";zwei;", b";zwei@firma.example;"))
    assert mended.options["mapping"] == {"A": "number", "B": "name", "C": "email"}
    assert mended.options["key"] == "number"


def test_german_numbers_and_bad_rows(bring_in):
    run = bring_in(PRODUCTS.encode("cp1252"), name="artikel.csv", slug="products")
    assert (run.status, run.created, run.rejected) == ("done", 2, 1)
    assert dict(Product.objects.values_list("number", "net_price")) == {
        "S-1": Decimal("1234.50"),
        "S-3": Decimal("0.075"),
    }
    assert [problem["row"] for problem in run.details["problems"]] == [3]


def test_a_second_run_updates_and_undo_restores(bring_in, admin_client):
    bring_in(f"{HEADER}\r\nK-1;Alt GmbH;50667;Köln;;\r\nK-2;Bleibt AG;24103;Kiel;;\r\n")
    second = bring_in(f"{HEADER}\r\nK-1;Neu GmbH;50667;Bonn;;\r\nK-2;Bleibt AG;24103;Kiel;;\r\n")
    assert (second.created, second.updated, second.unchanged) == (0, 1, 1)
    assert Customer.objects.get(number="K-1").name == "Neu GmbH"
    admin_client.post(f"/imports/{second.pk}/undo")
    assert Customer.objects.get(number="K-1").name == "Alt GmbH"


def test_undo_keeps_what_somebody_changed_since(bring_in, admin_client):
    run = bring_in(f"{HEADER}\r\nK-1;Eins GmbH;50667;Köln;;\r\nK-2;Zwei GmbH;50667;Köln;;\r\n")
    customer = Customer.objects.get(number="K-2")
    answer = admin_client.post(f"/customers/{customer.pk}/fields/city", {"city": "Bonn"})
    assert answer.status_code == 200
    page = admin_client.post(f"/imports/{run.pk}/undo", follow=True)
    run.refresh_from_db()
    assert run.details["kept"] == 1
    assert page.context["kept"]
    assert page.context["kept"] in page.content.decode()
    assert list(Customer.objects.filter(deleted_at=None).values_list("number", flat=True)) == ["K-2"]


def test_undo_twice_is_refused(bring_in, admin_client):
    run = bring_in(f"{HEADER}\r\nK-1;Eins GmbH;50667;Köln;;\r\n")
    admin_client.post(f"/imports/{run.pk}/undo")
    entries = AuditEntry.objects.count()
    answer = admin_client.post(f"/imports/{run.pk}/undo", follow=True)
    assert answer.status_code == 200
    assert AuditEntry.objects.count() == entries


def test_a_large_import_is_taken_back_in_the_background(bring_in, admin_client, monkeypatch):
    monkeypatch.setattr("kundenwert.records.actions.take_back_import.AT_ONCE", 1)
    run = bring_in(f"{HEADER}\r\nK-1;Eins GmbH;50667;Köln;;\r\nK-2;Zwei GmbH;50667;Köln;;\r\n")
    page = admin_client.post(f"/imports/{run.pk}/undo", follow=True).content.decode()
    assert f'hx-get="/imports/{run.pk}"' in page
    assert Customer.objects.filter(deleted_at=None).count() == 2
    again = admin_client.post(f"/imports/{run.pk}/undo")
    assert again.status_code == 302
    work()
    run.refresh_from_db()
    assert run.status == "undone"
    assert Customer.objects.filter(deleted_at=None).count() == 0


def test_all_or_nothing(bring_in):
    run = bring_in(CUSTOMERS.encode("cp1252"), {"bad": "stop"})
    assert (run.status, Customer.objects.count()) == ("failed", 0)
    assert run.message
    assert run.details["problems"]


def test_a_failed_import_can_be_started_again_with_the_same_file(bring_in, admin_client, form_of):
    run = bring_in(CUSTOMERS.encode("cp1252"), {"bad": "stop"})
    admin_client.post(f"/imports/{run.pk}/mapping", form_of(run) | {"bad": "skip", "start": "1"})
    work()
    run.refresh_from_db()
    assert (run.status, run.created, run.rejected, run.message) == ("done", 2, 3, "")


def test_a_started_import_is_not_mapped_again(bring_in, admin_client):
    run = bring_in(f"{HEADER}\r\nK-1;Eins GmbH;50667;Köln;;\r\n")
    assert admin_client.get(f"/imports/{run.pk}/mapping").url == f"/imports/{run.pk}"
    assert admin_client.post(f"/imports/{run.pk}/mapping", {"start": "1"}).url == f"/imports/{run.pk}"
    run.refresh_from_db()
    assert run.status == "done"


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_importing_an_export_changes_nothing(bring_in, admin_client, form):
    bring_in(CUSTOMERS.encode("cp1252"))
    answer = admin_client.get(f"/customers/export?format={form}&all=1")
    content = b"".join(answer.streaming_content)
    run = bring_in(content, name=f"kunden.{form}")
    assert run.details["problems"] == []
    assert (run.status, run.created, run.updated, run.unchanged) == ("done", 0, 0, 2)


def test_nothing_is_kept_of_a_file_that_cannot_be_read(upload):
    assert upload(b"%PDF-1.7 something", name="kunden.csv").status_code == 422
    assert (ImportRun.objects.count(), StoredFile.objects.count()) == (0, 0)


def test_words_of_a_rolled_back_import_are_learnt_by_the_next(bring_in, admin_client, monkeypatch):
    monkeypatch.setattr("kundenwert.records.imports.run.BATCH", 1)  # words are read back from the second batch on
    text = "Firma;Ort;E-Mail\nMetallwarenfabrik GmbH;Aue;\nMetallwarenfabrik Nord GmbH;Kiel;\nDritte GmbH;Ulm;falsch\n"
    assert bring_in(text, {"bad": "stop"}).status == "failed"
    assert bring_in(text, {"bad": "skip"}).created == 2
    assert "Metallwarenfabrik Nord" in admin_client.get("/customers?q=Metalwarenfabrik").content.decode()
