"""Creating, changing, deleting and undoing: audited, conflicts told, nothing lost."""

from __future__ import annotations

import threading
from contextvars import copy_context

import pytest
from django.db import connection, transaction

from kundenwert.customers.models import Customer
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.records.actions.change_record import change_record
from kundenwert.records.actions.create_record import create_record
from kundenwert.records.actions.delete_records import delete_records
from kundenwert.records.actions.errors import CannotUndo, Conflict, InvalidRecord
from kundenwert.records.actions.undo import undo


def test_every_change_leaves_one_entry_with_before_and_after(make_customer, customer_type, admin_user):
    customer = make_customer("Weber", city="Ulm")
    entry = change_record(customer_type, customer, {"city": "Köln", "name": "Weber"}, actor=admin_user)
    assert (entry.action, entry.before, entry.after) == (
        "customers.customer.changed",
        {"city": "Ulm"},
        {"city": "Köln"},
    )
    assert (entry.actor, entry.title, entry.object_id) == (admin_user, "Weber", customer.pk)
    assert change_record(customer_type, customer, {"city": "Köln"}, actor=admin_user) is None
    assert AuditEntry.objects.filter(object_id=customer.pk).count() == 2


def test_two_people_at_one_field_both_keep_what_they_typed(make_customer, customer_type, admin_user):
    customer = make_customer("Weber", city="Ulm")
    change_record(customer_type, customer, {"city": "Köln"}, actor=admin_user, expected={"city": "Ulm"})
    with pytest.raises(Conflict) as conflict:
        change_record(customer_type, customer, {"city": "Bonn"}, actor=admin_user, expected={"city": "Ulm"})
    assert (conflict.value.theirs, Customer.objects.get().city) == ("Köln", "Köln")


def test_a_conflict_is_shown_with_both_values(make_customer, admin_client):
    customer = make_customer("Weber", city="Ulm")
    url = f"/customers/{customer.pk}/fields/city"
    admin_client.post(url, {"city": "Köln", "was": "Ulm"})
    answer = admin_client.post(url, {"city": "Bonn", "was": "Ulm"})
    text = answer.content.decode()
    assert (answer.status_code, "Köln" in text, 'value="Bonn"' in text) == (409, True, True)
    assert Customer.objects.get().city == "Köln"
    assert admin_client.post(url, {"city": "Bonn", "was": "Ulm", "overwrite": "1"}).status_code == 200
    assert Customer.objects.get().city == "Bonn"


def test_a_bad_value_is_told_and_kept_in_the_field(make_customer, admin_client):
    customer = make_customer("Weber", email="a@b.example")
    answer = admin_client.post(f"/customers/{customer.pk}/fields/email", {"email": "kein at", "was": "a@b.example"})
    assert (answer.status_code, 'value="kein at"' in answer.content.decode()) == (422, True)
    assert Customer.objects.get().email == "a@b.example"


def test_undo_of_a_change_a_deletion_and_a_creation(make_customer, customer_type, admin_user):
    customer = make_customer("Weber", city="Ulm", tags=["VIP"])
    changed = change_record(customer_type, customer, {"city": "Köln", "tags": []}, actor=admin_user)
    undo(changed, actor=admin_user)
    customer.refresh_from_db()
    assert (customer.city, customer.tags) == ("Ulm", ["VIP"])
    deleted = delete_records(customer_type, [customer], actor=admin_user)[0]
    assert customer_type.live().count() == 0
    undo(deleted, actor=admin_user)
    assert customer_type.live().count() == 1
    fresh = create_record(customer_type, {"kind": "company", "name": "Neu"}, actor=admin_user)
    undo(AuditEntry.objects.get(object_id=fresh.pk, action="customers.customer.created"), actor=admin_user)
    assert [found.name for found in customer_type.live()] == ["Weber"]


def test_what_somebody_changed_since_is_not_undone(make_customer, customer_type, admin_user):
    customer = make_customer("Weber", city="Ulm")
    first = change_record(customer_type, customer, {"city": "Köln"}, actor=admin_user)
    change_record(customer_type, customer, {"city": "Bonn"}, actor=None)
    with pytest.raises(CannotUndo):
        undo(first, actor=admin_user)
    assert Customer.objects.get().city == "Bonn"


def test_undo_twice_and_undo_of_others_is_refused(make_customer, customer_type, admin_client, admin_user, make_user):
    customer = make_customer("Weber", city="Ulm")
    mine = change_record(customer_type, customer, {"city": "Köln"}, actor=admin_user)
    assert admin_client.post(f"/undo/{mine.pk}").status_code == 302
    assert Customer.objects.get().city == "Ulm"
    admin_client.post(f"/undo/{mine.pk}")
    theirs = change_record(customer_type, Customer.objects.get(), {"city": "Bonn"}, actor=make_user("paul"))
    assert admin_client.post(f"/undo/{theirs.pk}").status_code == 404
    assert Customer.objects.get().city == "Bonn"


def test_a_used_number_is_told_at_its_field(make_customer, customer_type):
    make_customer("Weber", number="500")
    with pytest.raises(InvalidRecord) as error:
        make_customer("Wagner", number="500")
    assert list(error.value.errors) == ["number"]
    assert customer_type.live().count() == 1


def test_a_restored_record_does_not_steal_a_number(make_customer, customer_type, admin_user):
    first = make_customer("Weber", number="500")
    deleted = delete_records(customer_type, [first], actor=admin_user)[0]
    make_customer("Wagner", number="500")
    with pytest.raises(InvalidRecord):
        undo(deleted, actor=admin_user)
    assert [found.name for found in customer_type.live()] == ["Wagner"]


def test_numbers_are_never_given_twice(organisation, customer_type):
    """Eight people create at the same moment."""
    errors: list[BaseException] = []

    def create() -> None:
        try:
            create_record(customer_type, {"kind": "company", "name": "Zugleich"}, actor=None)
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=copy_context().run, args=(create,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = list(Customer.objects.values_list("number", flat=True))
    assert (errors, len(numbers), len(set(numbers))) == ([], 8, 8)


def test_without_the_audit_there_is_no_change(make_customer, customer_type, admin_user, monkeypatch):
    """Both or neither: an error while the entry is written takes the change back."""
    from kundenwert.records.actions import change_record as module

    customer = make_customer("Weber", city="Ulm")

    def broken(**_named):
        raise RuntimeError("disk full")

    monkeypatch.setattr(module, "write_audit", broken)
    with pytest.raises(RuntimeError), transaction.atomic():
        change_record(customer_type, customer, {"city": "Köln"}, actor=admin_user)
    assert Customer.objects.get().city == "Ulm"


def test_a_former_value_is_put_back_from_the_timeline(make_customer, customer_type, admin_user, admin_client):
    customer = make_customer("Weber", city="Ulm", email="a@b.example")
    first = change_record(customer_type, customer, {"city": "Köln", "email": "c@d.example"}, actor=admin_user)
    change_record(customer_type, customer, {"city": "Bonn"}, actor=admin_user)
    address = f"/customers/{customer.pk}/timeline/{first.pk}"
    assert f'hx-post="{address}/city"' in admin_client.get(f"/customers/{customer.pk}").content.decode()
    answer = admin_client.post(f"{address}/city", headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == f"/customers/{customer.pk}"
    stored = Customer.objects.get()
    assert (stored.city, stored.email) == ("Ulm", "c@d.example")
    assert AuditEntry.objects.first().before == {"city": "Bonn"}
    again = admin_client.post(f"{address}/city", headers={"HX-Request": "true"})
    assert (again.status_code, "HX-Redirect" in again, Customer.objects.get().version) == (204, False, stored.version)


def test_only_what_the_entry_holds_and_one_may_change(
    make_customer, customer_type, admin_user, make_user, admin_client, client_of
):
    customer, other = make_customer("Weber", city="Ulm"), make_customer("Maier", city="Ulm")
    entry = change_record(customer_type, customer, {"city": "Köln"}, actor=admin_user)
    for path in (f"{other.pk}/timeline/{entry.pk}/city", f"{customer.pk}/timeline/{entry.pk}/email",
                 f"{customer.pk}/timeline/999999/city", f"{customer.pk}/timeline/{entry.pk}/version"):  # fmt: skip
        assert admin_client.post(f"/customers/{path}").status_code == 404
    reader = client_of(make_user("berta", permissions={("customers.customer", "see"): "all"}))
    assert "hx-post" not in reader.get(f"/customers/{customer.pk}/timeline?only=changes").content.decode()
    assert reader.post(f"/customers/{customer.pk}/timeline/{entry.pk}/city").status_code == 403
    assert Customer.objects.get(pk=customer.pk).city == "Köln"
