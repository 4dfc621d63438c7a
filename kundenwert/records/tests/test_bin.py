"""The bin: what was deleted comes back, to those who might delete it, for thirty days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from kundenwert.customers.models import Customer
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.records.actions.delete_records import delete_records
from kundenwert.records.actions.start_bulk_run import start_bulk_run
from kundenwert.records.bulk.selection import Selection
from kundenwert.records.models import BulkRun
from kundenwert.records.queries.deleted_records import deleted_records
from kundenwert.records.queries.search_records import search_records


@pytest.fixture
def gone(make_customer, customer_type, admin_user):
    """A customer deleted alone, one with others, one long ago."""
    records = [make_customer(name) for name in ("Alt GmbH", "Neu GmbH", "Uralt GmbH")]
    with transaction.atomic():
        delete_records(customer_type, [records[0], records[2]], actor=admin_user)
    start_bulk_run(Selection(customer_type, frozenset([records[1].pk])), BulkRun.Verb.DELETE, actor=admin_user)
    Customer.objects.filter(pk=records[2].pk).update(deleted_at=timezone.now() - timedelta(days=31))
    return records


def test_last_deleted_first_with_who(gone, customer_type, admin_user):
    found = deleted_records(admin_user, customer_type)
    assert [(entry.title, entry.by) for entry in found] == [("Neu GmbH", "Chef Muster"), ("Alt GmbH", "Chef Muster")]


def test_restored_on_the_page_with_its_words(gone, customer_type, admin_user, admin_client):
    page = admin_client.get("/customers/bin").content.decode()
    assert [f"{name} wiederherstellen" in page for name in ("Neu GmbH", "Alt GmbH", "Uralt GmbH")] == [
        True,
        True,
        False,
    ]
    answer = admin_client.post(f"/customers/{gone[0].pk}/restore")
    assert answer.headers["Location"] == f"/customers/{gone[0].pk}"
    assert "Alt GmbH wiederherstellen" not in admin_client.get("/customers/bin").content.decode()
    assert len(search_records(admin_user, [customer_type], "Alt GmbH", limit=5)["customers.customer"]) == 1
    assert AuditEntry.objects.filter(action="customers.customer.restored", object_id=gone[0].pk).count() == 1
    assert admin_client.post(f"/customers/{gone[0].pk}/restore").status_code == 404
    assert admin_client.post(f"/customers/{gone[2].pk}/restore").status_code == 404


def test_a_number_given_away_meanwhile_is_told(gone, make_customer, admin_client):
    number = Customer.objects.get(pk=gone[0].pk).number
    make_customer("Andere GmbH", number=number)
    answer = admin_client.post(f"/customers/{gone[0].pk}/restore", follow=True)
    assert "Diesen Wert hat bereits ein anderer Eintrag." in answer.content.decode()
    assert Customer.objects.get(pk=gone[0].pk).deleted_at is not None


def test_only_for_those_who_might_delete(gone, make_user, client_of):
    see, delete = ("customers.customer", "see"), ("customers.customer", "delete")
    anna = make_user("anna", permissions={see: "all", delete: "own"})
    Customer.objects.filter(pk=gone[1].pk).update(owner=anna)
    page = client_of(anna).get("/customers/bin").content.decode()
    assert ("Neu GmbH" in page, "Alt GmbH" in page) == (True, False)
    assert client_of(anna).post(f"/customers/{gone[0].pk}/restore").status_code == 404
    reader = client_of(make_user("berta", permissions={see: "all"}))
    assert reader.get("/customers/bin").status_code == 403
    assert reader.post(f"/customers/{gone[1].pk}/restore").status_code == 403
