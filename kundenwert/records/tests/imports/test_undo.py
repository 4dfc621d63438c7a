"""Taking back a whole import."""

from __future__ import annotations

import pytest
from django.db import transaction

from kundenwert.customers.models import Customer
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.records.access import access_record
from kundenwert.records.actions.change_record import change_record
from kundenwert.records.actions.errors import CannotUndo
from kundenwert.records.actions.undo_import import undo_import
from kundenwert.records.registry import record_type_for
from kundenwert.records.search.find import ranked_ids

from .bring import bring, counts, table

HEADER = "Kundennummer;Firma;Ort;Schlagworte"
FIRST = table(HEADER, "K1;Alpha GmbH;Ulm;alt", "K2;Beta GmbH;Kiel;", "K3;Gamma GmbH;Bonn;")


def state():
    rows = Customer.objects.filter(deleted_at=None).order_by("number")
    return list(rows.values_list("number", "name", "city", "tags", "match_keys"))


def change(admin_user, number, **values):
    record_type = record_type_for("customers.customer")
    with transaction.atomic():
        record = access_record(
            admin_user, record_type, Customer.objects.get(number=number, deleted_at=None).pk, "change", lock=True
        )
        change_record(record_type, record, values, actor=admin_user)


def test_everything_goes_back(organisation):
    first, _report = bring("customers", FIRST)
    before = state()
    second, _report = bring(
        "customers", table(HEADER, "K1;Alpha Neu AG;Hof;neu, VIP", "K4;Delta GmbH;Jena;", "K2;Beta GmbH;Kiel;")
    )
    assert counts(second) == (3, 1, 1, 1, 0)
    undo_import(second, actor=None)
    assert state() == before
    assert ranked_ids("customers.customer", "Delta", limit=5) == []
    assert ranked_ids("customers.customer", "Alpha Ulm", limit=5) != []
    assert AuditEntry.objects.filter(action="records.importrun.undone").count() == 1
    undo_import(first, actor=None)
    assert state() == []


def test_twice_is_refused(organisation):
    run, _report = bring("customers", FIRST)
    undo_import(run, actor=None)
    with pytest.raises(CannotUndo):
        undo_import(run, actor=None)


def test_undone_and_imported_again(organisation):
    run, _report = bring("customers", FIRST)
    undo_import(run, actor=None)
    again, _report = bring("customers", FIRST)
    assert counts(again) == (3, 3, 0, 0, 0)
    assert [row[0] for row in state()] == ["K1", "K2", "K3"]
    undo_import(again, actor=None)
    assert state() == []


def test_what_somebody_has_changed_is_kept(admin_user):
    first, _report = bring("customers", FIRST)
    second, _report = bring("customers", table(HEADER, "K2;Beta GmbH;Mainz;", "K3;Gamma GmbH;Trier;"))
    change(admin_user, "K2", city="Celle")
    undone = undo_import(second, actor=admin_user)
    assert undone.details["kept"] == 1
    assert {row[0]: row[2] for row in state()} == {"K1": "Ulm", "K2": "Celle", "K3": "Bonn"}
    undone = undo_import(first, actor=admin_user)
    assert undone.details["kept"] == 1
    assert [row[0] for row in state()] == ["K2"]


def test_a_number_given_to_somebody_else_since(admin_user):
    bring("customers", table("Kundennummer;Firma;E-Mail", "K1;Alpha GmbH;a@x.example"))
    run, _report = bring("customers", table("Kundennummer;E-Mail", "K9;a@x.example"), key="email")
    assert counts(run) == (1, 0, 1, 0, 0)
    bring("customers", table("Kundennummer;Firma", "K1;Omega GmbH"))
    assert undo_import(run, actor=admin_user).details["kept"] == 1
    assert sorted(row[:2] for row in state()) == [("K1", "Omega GmbH"), ("K9", "Alpha GmbH")]


def test_a_customer_with_an_order_is_kept(organisation):
    run, _report = bring("customers", FIRST)
    bring("orders", table("Auftragsnummer;Kundennummer;Datum;Betrag", "A1;K1;22.11.2026;10,00"))
    assert undo_import(run, actor=None).details["kept"] == 1
    assert [row[0] for row in state()] == ["K1"]
