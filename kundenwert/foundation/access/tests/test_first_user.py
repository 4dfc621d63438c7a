from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.setup_code import FILE, drop_setup_code, ensure_setup_code, is_setup_code
from kundenwert.foundation.database.data_dir import data_dir
from kundenwert.foundation.organisation.profile import organisation_profile

from .conftest import PASSWORD

GOOD = {
    "organisation": "Schrauben  Weber GmbH", "first_name": "Erika", "last_name": "Weber",
    "email": "Erika@Weber.example", "password": PASSWORD,
}  # fmt: skip


@pytest.fixture
def code(organisation):
    yield ensure_setup_code(data_dir())
    drop_setup_code(data_dir())


def test_empty_installation_leads_to_the_welcome_page(code):
    assert Client().get(reverse("sign-in")).url == reverse("first-user")
    assert Client().get(reverse("first-user")).status_code == 200


def test_right_code_makes_organisation_and_administrator(code, audited):
    client = Client()
    response = client.post(reverse("first-user"), {**GOOD, "setup_code": code.lower().replace("-", " ")})
    assert response.url == reverse("home")
    user = User.objects.get()
    assert (user.name, user.email, user.check_password(PASSWORD)) == ("Erika Weber", "Erika@weber.example", True)
    assert [role.is_administrator for role in user.roles.all()] == [True]
    assert organisation_profile().name == "Schrauben Weber GmbH"
    assert client.get(reverse("admin")).status_code == 200
    assert audited() == ["access.user.created", "access.user.signed_in"]
    assert not (data_dir() / FILE).exists()
    assert Client().get(reverse("first-user")).status_code == 404
    assert Client().post(reverse("first-user"), {**GOOD, "email": "b@b.example", "setup_code": code}).status_code == 404
    assert User.objects.count() == 1


def test_wrong_code_is_refused_and_limited(code):
    client = Client()
    answers = [
        client.post(reverse("first-user"), {**GOOD, "setup_code": "AAAA-AAAA-AAAA"}).status_code for _ in range(6)
    ]
    assert answers == [422, 422, 422, 422, 429, 429]
    assert client.post(reverse("first-user"), {**GOOD, "setup_code": code}).status_code == 429
    assert User.objects.count() == 0


@pytest.mark.parametrize(("field", "bad"), [
    ("password", "kurz"), ("password", "1234567890"), ("password", "erika@weber.de"), ("email", "keine Adresse"),
    ("organisation", "  "),
])  # fmt: skip
def test_bad_entries_are_refused_and_what_was_typed_stays(code, field, bad):
    response = Client().post(reverse("first-user"), {**GOOD, "setup_code": code, field: bad})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {field}
    assert User.objects.count() == 0
    assert organisation_profile().name == "Kundenwert"
    assert is_setup_code(data_dir(), code)


def test_code_is_made_once_and_is_nobody_elses_to_read(tmp_path):
    first = ensure_setup_code(tmp_path)
    assert ensure_setup_code(tmp_path) == first
    assert (tmp_path / FILE).stat().st_mode & 0o777 == 0o600
    assert [is_setup_code(tmp_path, typed) for typed in (first, "", "-", first[:-1])] == [True, False, False, False]
    drop_setup_code(tmp_path)
    assert not is_setup_code(tmp_path, first)
