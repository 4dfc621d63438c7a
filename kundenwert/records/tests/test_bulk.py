"""Work on many records: exactly the chosen ones, in batches, stopped, killed, taken back."""

from __future__ import annotations

import pytest
from django.db import transaction

from kundenwert.customers.models import Customer
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.records.actions import carry_out_bulk_run as carrying
from kundenwert.records.actions.cancel_bulk_run import cancel_bulk_run
from kundenwert.records.actions.change_record import change_record
from kundenwert.records.actions.errors import CannotUndo
from kundenwert.records.actions.start_bulk_run import start_bulk_run
from kundenwert.records.actions.undo_bulk_run import undo_bulk_run
from kundenwert.records.bulk.selection import Selection
from kundenwert.records.models import BulkChange, BulkRun, SearchEntry
from kundenwert.records.queries.list_state import list_state
from kundenwert.records.queries.search_records import search_records

from .imports_web.conftest import work

Verb = BulkRun.Verb
HTMX = {"HX-Request": "true"}


@pytest.fixture
def seven(make_customer):
    return [make_customer(f"Firma {n}", city="Ulm" if n < 4 else "Bonn") for n in range(7)]


@pytest.fixture
def small_batches(monkeypatch):
    monkeypatch.setattr(carrying, "BATCH", 2)
    monkeypatch.setattr(carrying, "AT_ONCE", 3)


def chosen(record_type, records):
    return Selection(record_type, frozenset(record.pk for record in records))


def killed(*_given, **_named):
    """In the middle of a batch: the records are written, their counts are not."""
    raise KeyboardInterrupt


def cities():
    return list(Customer.objects.filter(deleted_at=None).order_by("name").values_list("city", flat=True))


def test_the_chosen_get_the_value_and_back(seven, customer_type, admin_user):
    run = start_bulk_run(chosen(customer_type, seven[2:5]), Verb.CHANGE, actor=admin_user, field="city", value="Bonn")
    assert (run.status, run.total, run.changed, run.unchanged) == ("done", 3, 2, 1)
    assert cities() == ["Ulm", "Ulm", "Bonn", "Bonn", "Bonn", "Bonn", "Bonn"]
    run = undo_bulk_run(run)
    assert (run.status, run.kept) == ("undone", 0)
    assert cities() == ["Ulm", "Ulm", "Ulm", "Ulm", "Bonn", "Bonn", "Bonn"]
    with pytest.raises(CannotUndo):
        undo_bulk_run(run)
    verbs = AuditEntry.objects.filter(subject="records.bulkrun").order_by("id").values_list("action", "details__count")
    assert list(verbs) == [("records.bulkrun.done", 2), ("records.bulkrun.taken_back", 2)]


def test_all_of_a_list_by_the_worker(seven, customer_type, admin_user, small_batches):
    state = list_state(customer_type, {}, {"filters": ["city:is:Ulm"]})
    selection = Selection(customer_type, state=state)
    run = start_bulk_run(selection, Verb.CHANGE, actor=admin_user, field="city", value="Köln")
    assert (run.status, run.total, run.changed) == ("queued", 4, 0)
    work()
    run.refresh_from_db()
    assert (run.status, run.changed) == ("done", 4)
    assert cities() == ["Köln"] * 4 + ["Bonn"] * 3
    assert len(search_records(admin_user, [customer_type], "Köln", limit=9)["customers.customer"]) == 4


def test_cancelled_stops_between_batches_and_what_is_done_can_be_taken_back(
    seven, customer_type, admin_user, small_batches
):
    run = start_bulk_run(chosen(customer_type, seven), Verb.CHANGE, actor=admin_user, field="city", value="Köln")
    assert carrying._step(run.pk)
    cancel_bulk_run(run)
    work()
    run.refresh_from_db()
    assert (run.status, run.changed, cities().count("Köln")) == ("cancelled", 2, 2)
    assert undo_bulk_run(run).status == "undone"
    assert cities() == ["Ulm"] * 4 + ["Bonn"] * 3


def test_killed_between_and_within_batches_nothing_is_lost_or_done_twice(
    seven, customer_type, admin_user, small_batches, monkeypatch
):
    run = start_bulk_run(chosen(customer_type, seven), Verb.CHANGE, actor=admin_user, field="city", value="Köln")
    assert carrying._step(run.pk)
    with monkeypatch.context() as broken:
        broken.setattr(carrying.BulkRun, "save", killed)
        with pytest.raises(KeyboardInterrupt):
            carrying._step(run.pk)
    assert cities().count("Köln") == 2
    work()
    run.refresh_from_db()
    assert (run.status, run.changed, run.unchanged + run.skipped) == ("done", 7, 0)
    assert set(Customer.objects.values_list("city", "version")) == {("Köln", 2)}


def test_what_somebody_changed_since_is_kept(seven, customer_type, admin_user):
    run = start_bulk_run(chosen(customer_type, seven[:3]), Verb.CHANGE, actor=admin_user, field="city", value="Köln")
    with transaction.atomic():
        record = Customer.objects.select_for_update().get(pk=seven[1].pk)
        change_record(customer_type, record, {"city": "Jena"}, actor=admin_user)
    run = undo_bulk_run(run)
    assert (run.status, run.kept) == ("undone", 1)
    assert cities()[:3] == ["Ulm", "Jena", "Ulm"]


def test_deleted_and_restored_with_their_words(seven, customer_type, admin_user):
    entries = SearchEntry.objects.count()
    run = start_bulk_run(chosen(customer_type, seven[:3]), Verb.DELETE, actor=admin_user)
    assert (len(cities()), SearchEntry.objects.count()) == (4, entries - 3)
    undo_bulk_run(run)
    assert (len(cities()), SearchEntry.objects.count()) == (7, entries)


def test_tags_are_added_and_removed(seven, customer_type, admin_user):
    some = chosen(customer_type, seven[:2])
    change = {"actor": admin_user, "field": "tags"}
    start_bulk_run(some, Verb.CHANGE, mode="add", value=["Messe"], **change)
    start_bulk_run(some, Verb.CHANGE, mode="add", value=["VIP", "Messe"], **change)
    assert Customer.objects.get(pk=seven[0].pk).tags == ["Messe", "VIP"]
    run = start_bulk_run(some, Verb.CHANGE, mode="remove", value=["Messe"], **change)
    assert Customer.objects.get(pk=seven[1].pk).tags == ["VIP"]
    undo_bulk_run(run)
    assert Customer.objects.get(pk=seven[1].pk).tags == ["Messe", "VIP"]


def test_only_what_one_may_change_and_rights_are_asked_again(seven, customer_type, make_user, small_batches):
    see = ("customers.customer", "see")
    anna = make_user("anna", permissions={see: "all", ("customers.customer", "change"): "own"})
    Customer.objects.filter(pk__in=[record.pk for record in seven[:5]]).update(owner=anna)
    state = list_state(customer_type, {}, None)
    run = start_bulk_run(Selection(customer_type, state=state), Verb.CHANGE, actor=anna, field="city", value="Köln")
    assert run.total == 5
    Customer.objects.filter(pk=seven[0].pk).update(owner=None)
    work()
    run.refresh_from_db()
    assert (run.changed, run.skipped, len(run.problems)) == (4, 1, 1)
    assert cities().count("Köln") == 4


def test_values_that_do_not_fit_are_left_out_and_named(make_customer, customer_type, admin_user):
    company = make_customer("Firma GmbH")
    person = make_customer("Weber", kind="person", last_name="Weber")
    some = chosen(customer_type, [company, person])
    run = start_bulk_run(some, Verb.CHANGE, actor=admin_user, field="title", value="Dr.")
    assert (run.changed, run.skipped) == (1, 1)
    assert run.problems[0][0] == "Firma GmbH"


def test_in_the_browser(seven, customer_type, admin_client):
    page = admin_client.get("/customers").content.decode()
    assert page.count("data-row-check") == 7
    ids = [str(record.pk) for record in seven[:2]]
    dialog = admin_client.post("/customers/bulk", {"_verb": "change", "ids": ids}, headers=HTMX)
    assert (dialog.status_code, "2 Datensätzen" in dialog.content.decode()) == (200, True)
    control = admin_client.get("/customers/bulk/control?_field=city", headers=HTMX).content.decode()
    assert 'name="city"' in control
    typed = {"_verb": "change", "ids": ids, "_field": "email", "email": "kein at"}
    assert admin_client.post("/customers/bulk", typed, headers=HTMX).status_code == 422
    typed = {"_verb": "change", "ids": ids, "_field": "city", "city": "Köln", "_list": "?sort=-name"}
    answer = admin_client.post("/customers/bulk", typed, headers=HTMX)
    assert (answer.status_code, answer["HX-Redirect"]) == (204, "/customers?sort=-name")
    run = BulkRun.objects.get()
    assert cities().count("Köln") == 2
    card = admin_client.get(f"/customers/{seven[0].pk}").content.decode()
    assert "Zusammen mit einem anderen geändert" in card
    assert "2 Datensätze geändert" in admin_client.get(f"/bulk/{run.pk}").content.decode()
    assert admin_client.post(f"/bulk/{run.pk}/undo", headers=HTMX)["HX-Redirect"] == "/customers"
    assert cities().count("Köln") == 0
    assert "Zurückgenommen" in admin_client.get(f"/bulk/{run.pk}", headers=HTMX).content.decode()


def test_only_the_ticked_are_exported(seven, admin_client):
    ids = [str(record.pk) for record in seven[:2]]
    sent = {"ids": ids, "format": "csv", "_list": "?columns=name,city"}
    text = b"".join(admin_client.post("/customers/export", sent).streaming_content).decode("utf-8-sig")
    assert [line.split(";")[0] for line in text.splitlines()[1:]] == ["Firma 0", "Firma 1"]
    everything = admin_client.post("/customers/export", {**sent, "_all": "1"})
    assert len(b"".join(everything.streaming_content).splitlines()) == 8


def test_strangers_see_and_stop_nothing(seven, customer_type, admin_user, make_user, client_of):
    run = start_bulk_run(chosen(customer_type, seven[:1]), Verb.DELETE, actor=admin_user)
    reader = client_of(make_user("berta", permissions={("customers.customer", "see"): "all"}))
    assert [reader.get(f"/bulk/{run.pk}").status_code, reader.post(f"/bulk/{run.pk}/undo").status_code] == [404, 404]
    for verb in ("change", "delete"):
        assert reader.post("/customers/bulk", {"_verb": verb, "ids": [seven[1].pk]}).status_code == 403
    assert "data-row-check" not in reader.get("/customers").content.decode()
    assert BulkChange.objects.count() == 1
