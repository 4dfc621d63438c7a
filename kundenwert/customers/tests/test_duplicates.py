from __future__ import annotations

import json
import re

from django.utils import translation

from kundenwert.customers.queries.find_duplicates import find_duplicates
from kundenwert.records.actions.delete_records import delete_records
from kundenwert.records.registry import record_type_for

from .make import make_customer, make_person


def _hints(client, **typed):
    answer = client.post("/customers/duplicates", {"kind": "company", **typed}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    return re.findall(
        r'href="/customers/(\d+)"[^>]*>[^<]*</a> <span class="small">([^<]*)</span>', answer.content.decode()
    )


def test_the_reason_stands_beside_each(admin_user, admin_client):
    type(admin_user).objects.update(language="en")
    customer = make_customer(admin_user, "Müller GmbH", phone="+49521123400", postal_code="33602", city="Bielefeld")
    place = f"{customer.number} · 33602 Bielefeld"
    assert _hints(admin_client, phone="0521/1234-00") == [(str(customer.pk), f"{place} · same telephone number")]
    by_name = _hints(admin_client, name="Mueller KG", postal_code="33602")
    assert by_name == [(str(customer.pk), f"{place} · same name and postal code")]


def test_number_and_mail_come_before_names(admin_user, admin_client):
    by_name = make_customer(admin_user, "Müller GmbH", postal_code="33602")
    by_mail = make_customer(admin_user, "Anders AG", email="info@mueller.example")
    by_vat = make_customer(admin_user, "Ganz anders AG", vat_id="DE136695976")
    typed = {"name": "Müller GmbH", "postal_code": "33602", "email": "Info@Mueller.example", "vat_id": "DE 136695976"}
    assert [found for found, _ in _hints(admin_client, **typed)] == [str(by_vat.pk), str(by_mail.pk), str(by_name.pk)]


def test_while_only_the_name_stands_namesakes_elsewhere_are_shown(admin_user, admin_client):
    elsewhere = make_customer(admin_user, "Straßenbau Groß GmbH", postal_code="80331", city="München")
    assert [found for found, _ in _hints(admin_client, name="Strassenbau Gross")] == [str(elsewhere.pk)]
    assert _hints(admin_client, name="Strassenbau Gross", postal_code="10115") == []


def test_a_person_is_found_by_sound(admin_user, admin_client):
    person = make_person(admin_user, "Eva", "Maier", postal_code="10115")
    typed = {"kind": "person", "first_name": "Eva", "last_name": "Meyer", "postal_code": "10115"}
    assert [found for found, _ in _hints(admin_client, **typed)] == [str(person.pk)]


def test_half_typed_values_and_an_empty_form_say_nothing(admin_user, admin_client):
    make_customer(admin_user, "Müller GmbH", phone="+49521123400")
    assert _hints(admin_client, phone="05") == []
    assert _hints(admin_client) == []


def test_five_at_most(admin_user, admin_client):
    for _ in range(7):
        make_customer(admin_user, "Müller GmbH", phone="+49521123400")
    assert len(_hints(admin_client, phone="0521123400")) == 5


def test_neither_deleted_nor_foreign_ones(admin_user, make_user):
    reader = make_user("vertrieb", permissions={("customers.customer", "see"): "own"})
    mine = make_customer(admin_user, "Müller GmbH", phone="+49521123400", owner=reader.pk)
    foreign = make_customer(admin_user, "Müller AG", phone="+49521123400", owner=admin_user.pk)
    gone = make_customer(admin_user, "Müller KG", phone="+49521123400", owner=reader.pk)
    delete_records(record_type_for("customers.customer"), [gone], actor=admin_user)
    keys = ["t:+49521123400"]
    assert [entry.id for entry in find_duplicates(reader, keys)] == [mine.pk]
    assert [entry.id for entry in find_duplicates(admin_user, keys)] == [mine.pk, foreign.pk]


def test_reasons_are_in_the_readers_language(admin_user):
    make_customer(admin_user, "Müller GmbH", phone="+49521123400", email="info@mueller.example")
    with translation.override("en"):
        (found,) = find_duplicates(admin_user, ["t:+49521123400", "e:info@mueller.example"])
    assert found.reasons == ["same e-mail address", "same telephone number"]


def test_the_card_warns_of_others_but_not_of_itself(admin_user, admin_client):
    first = make_customer(admin_user, "Müller GmbH", phone="+49521123400")
    alone = make_customer(admin_user, "Einsam AG")
    second = make_customer(admin_user, "Mueller", phone="+49521123400")
    page = admin_client.get(f"/customers/{first.pk}").content.decode()
    assert f'<li><a href="/customers/{second.pk}">Mueller</a>' in page
    assert f'<li><a href="/customers/{first.pk}">' not in page
    assert "hint-list" not in admin_client.get(f"/customers/{alone.pk}").content.decode()


def test_who_may_not_create_gets_no_hints(make_user, client_of):
    reader = make_user("leser", permissions={("customers.customer", "see"): "all"})
    assert client_of(reader).post("/customers/duplicates", {"name": "Müller"}).status_code == 403


def test_the_form_asks_for_hints_and_knows_which_fields_belong_to_whom(admin_client):
    page = admin_client.get("/customers/new").content.decode()
    rules = json.loads(re.search(r'data-show-when="([^"]*)"', page)[1].replace("&quot;", '"'))
    assert rules["birthday"] == ["kind", ["person"]]
    assert rules["name"] == ["kind", ["company"]]
    assert 'hx-post="/customers/duplicates"' in page
    assert "#id_vat_id" in page


def test_a_likely_duplicate_is_saved_all_the_same(admin_user, admin_client):
    make_customer(admin_user, "Müller GmbH", phone="+49521123400")
    typed = {"kind": "company", "name": "Müller GmbH", "phone": "0521 123400", "stage": "prospect", "country": "DE"}
    assert admin_client.post("/customers/new", typed).status_code == 302
