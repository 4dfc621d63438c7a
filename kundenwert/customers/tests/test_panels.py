from __future__ import annotations

import re

from kundenwert.customers.queries.relations_of import relations_of

from .make import make_contact, make_customer, make_person, make_point, make_relation

SEE_OWN = {("customers.customer", "see"): "own", ("customers.relation", "see"): "all"}


def _page(client, record):
    slug = {"customer": "customers", "contact": "contacts"}[record._meta.model_name]
    answer = client.get(f"/{slug}/{record.pk}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_company_shows_its_contacts_and_a_way_to_a_new_one(admin_user, admin_client):
    company = make_customer(admin_user)
    contact = make_contact(admin_user, company, "Krüger", first_name="Sabine", position="Einkauf", phone="+49521123450")
    page = _page(admin_client, company)
    assert f'href="/contacts/{contact.pk}">Sabine Krüger</a>' in page
    assert 'href="tel:+49521123450">0521 123450</a>' in page
    assert f'href="/contacts/new?customer={company.pk}"' in page


def test_a_person_has_no_contacts(admin_user, admin_client):
    person = make_person(admin_user, "Max", "Muster")
    assert f"/contacts/new?customer={person.pk}" not in _page(admin_client, person)


def test_contacts_need_the_right_to_see_contacts(admin_user, make_user, client_of):
    company = make_customer(admin_user)
    make_contact(admin_user, company, "Geheimrat")
    reader = make_user("leser", permissions={("customers.customer", "see"): "all"})
    assert "Geheimrat" not in _page(client_of(reader), company)


def test_contact_points_by_kind_with_purpose_and_links(admin_user, admin_client):
    company = make_customer(admin_user)
    make_point(admin_user, company, "phone", "+49521999999", label="Lager")
    make_point(
        admin_user, company, "address", street="Am Hafen 7", postal_code="33609", city="Bielefeld", label="Lieferung"
    )
    page = _page(admin_client, company)
    assert 'href="tel:+49521999999"' in page
    assert "Am Hafen 7, 33609 Bielefeld" in page
    assert page.index("Am Hafen 7") < page.index("tel:+49521999999")
    assert f"/contact-points/new?customer={company.pk}&amp;next=%2Fcustomers%2F{company.pk}" in page


def test_a_new_contact_point_leads_back_to_the_card(admin_user, admin_client):
    company = make_customer(admin_user)
    here = f"/customers/{company.pk}"
    typed = {
        "customer": company.pk,
        "kind": "email",
        "label": "Rechnung",
        "value": "Rechnung@Firma.example",
        "country": "DE",
    }
    answer = admin_client.post(f"/contact-points/new?customer={company.pk}&next={here}", {**typed, "next": here})
    assert (answer.status_code, answer.headers["Location"]) == (302, here)
    assert [point.value for point in company.contact_points.all()] == ["Rechnung@firma.example"]


def test_a_contact_point_is_changed_as_a_whole(admin_user, admin_client):
    company = make_customer(admin_user)
    point = make_point(admin_user, company, "phone", "+49521999999", label="Lager")
    form = {"customer": company.pk, "kind": "phone", "label": "Büro", "value": "0521 888888", "country": "DE"}
    answer = admin_client.post(
        f"/contact-points/{point.pk}/edit", {**form, "version": point.version, "next": "/customers/1"}
    )
    point.refresh_from_db()
    assert (answer.status_code, answer.headers["Location"]) == (302, "/customers/1")
    assert (point.label, point.value, point.version) == ("Büro", "+49521888888", 2)


def test_the_second_of_two_editors_is_told_and_keeps_what_was_typed(admin_user, admin_client):
    company = make_customer(admin_user)
    point = make_point(admin_user, company, "phone", "+49521999999")
    form = {"customer": company.pk, "kind": "phone", "value": "0521 777777", "country": "DE", "version": point.version}
    assert admin_client.post(f"/contact-points/{point.pk}/edit", form).status_code == 302
    second = admin_client.post(f"/contact-points/{point.pk}/edit", {**form, "value": "0521 666666"})
    page = second.content.decode()
    point.refresh_from_db()
    assert (second.status_code, point.value) == (409, "+49521777777")
    assert "0521 666666" in page
    assert "0521 777777" in page


def test_relations_have_the_right_word_on_both_sides(admin_user):
    mother, daughter = make_customer(admin_user, "Mutter AG"), make_customer(admin_user, "Tochter GmbH")
    friend = make_customer(admin_user, "Freund KG")
    make_relation(admin_user, daughter, "parent", mother)
    make_relation(admin_user, daughter, "referral", friend)
    words = {
        customer.name: [(str(entry.word), entry.name) for entry in relations_of(admin_user, customer)]
        for customer in (mother, daughter, friend)
    }
    assert [name for _word, name in words["Tochter GmbH"]] == ["Mutter AG", "Freund KG"]
    assert [name for _word, name in words["Mutter AG"]] == ["Tochter GmbH"]
    assert [name for _word, name in words["Freund KG"]] == ["Tochter GmbH"]
    assert words["Mutter AG"][0][0] != words["Tochter GmbH"][0][0]
    assert words["Freund KG"][0][0] != words["Tochter GmbH"][1][0]


def test_scope_own_shows_no_foreign_customer_in_relations(admin_user, make_user):
    reader = make_user("vertrieb", permissions=SEE_OWN)
    mine = make_customer(admin_user, "Meine GmbH", owner=reader.pk)
    mine_too = make_customer(admin_user, "Auch meine GmbH", owner=reader.pk)
    make_relation(admin_user, mine, "partner", make_customer(admin_user, "Fremde AG", owner=admin_user.pk))
    make_relation(admin_user, mine, "partner", mine_too)
    assert [entry.name for entry in relations_of(reader, mine)] == ["Auch meine GmbH"]


def test_the_letter_of_a_person_and_of_a_contact(admin_user, admin_client):
    place = {"street": "Hauptstraße 3", "postal_code": "33602", "city": "Bielefeld"}
    person = make_person(admin_user, "Eva", "Schröder", salutation="ms", title="Dr.", **place)
    company = make_customer(admin_user, "Süß & Sohn GmbH", **place)
    contact = make_contact(admin_user, company, "Behrens", first_name="Tom", salutation="mr", department="Einkauf")
    page, contact_page = _page(admin_client, person), _page(admin_client, contact)
    assert "Sehr geehrte Frau Dr. Schröder," in page
    assert "Sehr geehrter Herr Behrens," in contact_page
    copied = re.findall(r'data-copy="([^"]*)"', page)[0]
    assert copied == "Frau Dr. Eva Schröder\nHauptstraße 3\n33602 Bielefeld"
    block = re.findall(r'data-copy="([^"]*)"', contact_page)[0]
    assert block == "Süß &amp; Sohn GmbH\nEinkauf\nHerrn Tom Behrens\nHauptstraße 3\n33602 Bielefeld"


def test_a_contact_links_back_to_its_company(admin_user, admin_client):
    company = make_customer(admin_user)
    contact = make_contact(admin_user, company, "Behrens")
    assert f'class="strong" href="/customers/{company.pk}">{company.name}</a>' in _page(admin_client, contact)


def test_quick_buttons(admin_user, admin_client):
    customer = make_customer(admin_user, phone="+49521123400", email="info@firma.example", city="Köln", street="Ring 1")
    page = _page(admin_client, customer)
    assert 'href="tel:+49521123400"' in page
    assert 'href="mailto:info@firma.example"' in page
    assert 'href="https://www.openstreetmap.org/search?query=Ring+1%2C+K%C3%B6ln%2C+DE"' in page


def test_fields_of_a_person_are_not_on_the_card_of_a_company(admin_user, admin_client):
    company, person = make_customer(admin_user), make_person(admin_user, "Eva", "Schröder")
    assert f"/customers/{company.pk}/fields/first_name" not in _page(admin_client, company)
    assert f"/customers/{person.pk}/fields/first_name" in _page(admin_client, person)


def test_a_company_known_by_its_person_keeps_showing_it(admin_user, admin_client):
    company = make_customer(admin_user, "", first_name="Eva", last_name="Schröder")
    assert f"/customers/{company.pk}/fields/first_name" in _page(admin_client, company)
