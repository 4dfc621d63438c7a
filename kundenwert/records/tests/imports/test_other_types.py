"""Contacts, touchpoints and products, in short."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.utils import translation

from kundenwert.catalogue.models import Product
from kundenwert.customers.models import Contact, Customer
from kundenwert.operational.touchpoints.models import Touchpoint
from kundenwert.records.actions.undo_import import undo_import
from kundenwert.records.search.find import ranked_ids

from .bring import bring, counts, table

CUSTOMERS = table("Kundennummer;Externe Nummer;Firma;E-Mail", "K1;x-1;Alpha GmbH;info@alpha.example", "K2;x-2;Beta GmbH;",
                  "K3;x-3;Doppelt GmbH;", "K4;x-4;Doppelt GmbH;")  # fmt: skip
CONTACTS = "Externe Nummer;Kunde;Vorname;Nachname;E-Mail;Telefon"


@pytest.fixture(autouse=True)
def german(organisation):
    with translation.override("de"):
        bring("customers", CUSTOMERS)
        yield


@pytest.mark.parametrize("called", ["K1", "x-1", "info@alpha.example", "Alpha GmbH"])
def test_a_contact_finds_its_customer(called):
    run, report = bring("contacts", table(CONTACTS, f"c-1;{called};Anna;Groß;anna@alpha.example;0351 1234567"))
    assert counts(run) == (1, 1, 0, 0, 0), report.problems
    contact = Contact.objects.get()
    assert (contact.customer.number, contact.name, contact.phone) == ("K1", "Anna Groß", "+493511234567")
    assert ranked_ids("customers.contact", "gross", limit=5) == [contact.pk]


def test_contacts_created_updated_unchanged_rejected_undone():
    text = table(
        CONTACTS,
        "c-1;K1;Anna;Groß;anna@alpha.example;",
        "c-2;Doppelt GmbH;Max;Muster;;",
        "c-3;K9;Ute;Weg;;",
        "c-4;K2;;;;",
        "c-5;;Eva;Ort;;",
    )
    run, report = bring("contacts", text)
    assert counts(run) == (5, 1, 0, 0, 4)
    told = {problem.row: (problem.column, problem.message) for problem in report.problems}
    assert told[3][0] == told[4][0] == "Kunde"
    assert told[3][1] != told[4][1], "several customers of a name are told apart from none"
    assert told[5][0] == "Nachname"
    assert told[6][0] == "Kunde"
    first = table(CONTACTS, "c-1;K1;Anna;Groß;anna@alpha.example;")
    assert counts(bring("contacts", first)[0]) == (1, 0, 0, 1, 0)
    changed, _report = bring("contacts", first.replace("Groß", "Klein").replace("K1", "K2"))
    contact = Contact.objects.get()
    assert (counts(changed), contact.name, contact.customer.number) == ((1, 0, 1, 0, 0), "Anna Klein", "K2")
    assert ranked_ids("customers.contact", "klein", limit=5) == [contact.pk]
    undo_import(changed, actor=None)
    contact.refresh_from_db()
    assert (contact.name, contact.customer.number) == ("Anna Groß", "K1")
    undo_import(run, actor=None)
    assert Contact.objects.filter(deleted_at=None).count() == 0


def test_many_customers_of_one_name_hide_no_other():
    """Three hundred Meiers, and the one Weber is found all the same."""
    bring(
        "customers", table("Kundennummer;Firma", *(f"M{number};Meier GmbH" for number in range(300)), "W1;Weber GmbH")
    )
    run, report = bring("contacts", table(CONTACTS, "c-1;Weber GmbH;Ute;Weg;;", "c-2;Meier GmbH;Max;Ort;;"))
    assert (counts(run), report.problems[0].row) == ((2, 1, 0, 0, 1), 3)
    assert Contact.objects.get().customer.number == "W1"


def test_products():
    text = table(
        "Artikelnummer;Bezeichnung;Art;Preis;Einheit;Aktiv",
        "S-1;Schraube;Produkt;1.234,56789;Stück;ja",
        "S-2;Montage;Dienstleistung;80;Std;nein",
    )
    mapping = {
        "Artikelnummer": "number",
        "Bezeichnung": "name",
        "Art": "kind",
        "Preis": "net_price",
        "Einheit": "unit",
        "Aktiv": "active",
    }
    run, report = bring("products", text, mapping=mapping)
    assert counts(run) == (2, 2, 0, 0, 0), report.problems
    assert list(Product.objects.order_by("number").values_list("number", "kind", "net_price", "active")) == [
        ("S-1", "product", Decimal("1234.5679"), True), ("S-2", "service", Decimal("80.0000"), False),
    ]  # fmt: skip
    assert counts(bring("products", text, mapping=mapping)[0]) == (2, 0, 0, 2, 0), (
        "a price of five places is rounded the same way"
    )
    big, report = bring("products", table("Artikelnummer;Bezeichnung;Preis", "S-3;Zu groß;9999999999,99999"), mapping={
        "Artikelnummer": "number", "Bezeichnung": "name", "Preis": "net_price"})  # fmt: skip
    assert (counts(big), report.problems[0].column) == ((1, 0, 0, 0, 1), "Preis")


def test_english_prices():
    run, report = bring("products", table("Number;Name;Net price", 'A;Bolt;"1,234.50"', "B;Nut;0.5"), mapping={
        "Number": "number", "Name": "name", "Net price": "net_price"})  # fmt: skip
    assert counts(run) == (2, 2, 0, 0, 0), report.problems
    assert dict(Product.objects.values_list("number", "net_price")) == {
        "A": Decimal("1234.5000"),
        "B": Decimal("0.5000"),
    }


def test_touchpoints(make_user):
    anna = make_user("anna")
    text = table(
        "Externe Nummer;Kunde;Art;Zeitpunkt;Mitarbeiter;Betreff",
        "t-1;K1;Anruf;2026-11-20 14:30;Anna Muster;Rückruf",
        "t-2;K2;Notiz;2026-11-21 09:00;;Messe",
    )
    mapping = {
        "Externe Nummer": "external_id",
        "Kunde": "customer",
        "Art": "kind",
        "Zeitpunkt": "at",
        "Mitarbeiter": "employee",
        "Betreff": "subject",
    }
    fields = {field.name for field in _fields()}
    mapping = {column: name for column, name in mapping.items() if name in fields}
    run, report = bring("touchpoints", text, mapping=mapping)
    assert counts(run) == (2, 2, 0, 0, 0), report.problems
    call = Touchpoint.objects.get(kind="call")
    assert (call.customer.number, call.employee, call.at) == ("K1", anna, datetime(2026, 11, 20, 13, 30, tzinfo=UTC))
    assert Customer.objects.get(number="K1").last_touchpoint_at == call.at
    undo_import(run, actor=None)
    assert Customer.objects.get(number="K1").last_touchpoint_at is None


def _fields():
    from kundenwert.records.registry import record_type_by_slug

    return record_type_by_slug("touchpoints").import_fields
