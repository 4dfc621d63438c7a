"""Who reaches which record, on every address of the engine: 404 for strangers, 403 without the right, no trace left."""

from __future__ import annotations

import pytest

from kundenwert.customers.models import Customer
from kundenwert.foundation.access.models import Team
from kundenwert.foundation.audit.models import AuditEntry

SEE = ("customers.customer", "see")
ALL = {("customers.customer", verb): "all" for verb in ("see", "create", "change", "delete", "export")}


def requests(pk):
    return [
        ("get", f"/customers/{pk}", {}),
        ("get", f"/customers/{pk}/preview", {}),
        ("get", f"/customers/{pk}/timeline", {}),
        ("get", f"/customers/{pk}/fields/city", {}),
        ("post", f"/customers/{pk}/fields/city", {"city": "Köln", "was": "Ulm"}),
        ("post", f"/customers/{pk}/delete", {}),
    ]


@pytest.fixture
def secret(make_customer):
    return make_customer("Geheim GmbH", city="Ulm")


def state():
    return list(Customer.objects.values_list("name", "city", "deleted_at", "version"))


@pytest.mark.parametrize("number", range(6))
def test_nobody_is_sent_to_the_sign_in(secret, client, number):
    method, url, data = requests(secret.pk)[number]
    before = state()
    answer = getattr(client, method)(url, data)
    assert (answer.status_code, answer["Location"].split("?")[0], state()) == (302, "/sign-in", before)


@pytest.mark.parametrize("number", range(6))
def test_a_stranger_gets_404_as_if_it_were_not_there(secret, make_user, client_of, number):
    browser = client_of(make_user("paul", permissions=dict.fromkeys(ALL, "own")))
    method, url, data = requests(secret.pk)[number]
    missing = requests(secret.pk + 999)[number][1]
    before, entries = state(), AuditEntry.objects.count()
    answer, other = getattr(browser, method)(url, data), getattr(browser, method)(missing, data)
    assert (answer.status_code, other.status_code, state()) == (404, 404, before)
    assert answer.content.replace(b"Geheim", b"") == answer.content
    assert AuditEntry.objects.count() == entries


@pytest.mark.parametrize("number", [3, 4, 5])
def test_a_colleague_without_the_right_gets_403(secret, make_user, client_of, number):
    browser = client_of(make_user("paul", permissions={SEE: "all"}))
    method, url, data = requests(secret.pk)[number]
    before = state()
    assert (getattr(browser, method)(url, data).status_code, state()) == (403, before)


def test_team_scope_sees_the_team(make_customer, make_user, client_of):
    team, other = Team.objects.create(name="Nord"), Team.objects.create(name="Süd")
    anna = make_user("anna", permissions={SEE: "team"}, teams=(team,))
    bert, carl = make_user("bert", teams=(team,)), make_user("carl", teams=(other,))
    for owner in (anna, bert, carl, None):
        make_customer(f"Kunde von {owner.first_name if owner else 'niemand'}", owner=owner)
    page = client_of(anna).get("/customers").content.decode()
    shown = [name for name in ("Anna", "Bert", "Carl", "niemand") if f"Kunde von {name}" in page]
    assert shown == ["Anna", "Bert"]


def test_own_scope_hides_foreign_customers_in_options_counts_and_exports(make_customer, make_user, client_of):
    anna = make_user("anna", permissions={SEE: "own", ("customers.customer", "export"): "own"})
    make_customer("Eigen GmbH", owner=anna)
    make_customer("Fremd GmbH")
    browser = client_of(anna)
    assert "Fremd" not in browser.get("/customers/options", {"q": ""}).content.decode()
    assert "Fremd" not in browser.get("/customers/options", {"q": "fremd"}).content.decode()
    exported = b"".join(browser.get("/customers/export?format=csv").streaming_content).decode("utf-8-sig")
    assert ("Eigen" in exported, "Fremd" in exported) == (True, False)


def test_an_inactive_administrator_may_nothing(make_user, client_of, secret):
    boss = make_user("boss", administrator=True)
    browser = client_of(boss)
    assert browser.get(f"/customers/{secret.pk}").status_code == 200
    boss.is_active = False
    boss.save()
    assert browser.get(f"/customers/{secret.pk}").status_code == 302


def test_a_link_to_a_record_one_may_not_see_is_refused(secret, make_user, client_of):
    rights = {SEE: "own", ("customers.contact", "create"): "all", ("customers.contact", "see"): "own"}
    browser = client_of(make_user("paul", permissions=rights))
    answer = browser.post("/contacts/new", {"customer": secret.pk, "last_name": "Spion"})
    assert answer.status_code == 422
    assert "Geheim" not in answer.content.decode()
