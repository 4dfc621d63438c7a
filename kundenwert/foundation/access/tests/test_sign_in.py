from __future__ import annotations

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse

from kundenwert.foundation.access.models import UserSession

from .conftest import PASSWORD

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def sign_in(client, username="anna@firma.example", password=PASSWORD, **more):
    return client.post(reverse("sign-in"), {"username": username, "password": password, **more})


def is_signed_in(client):
    return client.get(reverse("profile")).status_code == 200


@pytest.mark.parametrize("username", ["anna@firma.example", "Anna@Firma.EXAMPLE", "  anna@firma.example "])
def test_right_password_signs_in(anna, username, audited):
    client = Client()
    response = sign_in(client, username)
    assert (response.status_code, response.url) == (302, reverse("home"))
    assert is_signed_in(client)
    assert audited() == ["access.user.signed_in"]


@pytest.mark.parametrize(("username", "password"), [
    ("anna@firma.example", "falsch"),
    ("anna@firma.example", PASSWORD.lower()),
    ("niemand@firma.example", PASSWORD),
    ("an%@firma.example", PASSWORD),
    ("anna@firma.example\0", PASSWORD),
    ("x" * 3000, PASSWORD),
    ("", ""),
])  # fmt: skip
def test_wrong_ones_do_not(anna, username, password):
    client = Client()
    assert sign_in(client, username, password).status_code == 422
    assert not is_signed_in(client)


def test_unknown_and_wrong_get_the_same_answer(anna):
    wrong = sign_in(Client(), password="falsch").context["form"].non_field_errors()
    assert sign_in(Client(), "niemand@firma.example").context["form"].non_field_errors() == wrong


def test_inactive_colleague_is_kept_out(anna):
    anna.is_active = False
    anna.save()
    client = Client()
    assert sign_in(client).status_code == 422
    assert not is_signed_in(client)


def test_session_changes_at_sign_in_and_knows_the_device(anna):
    client = Client(headers={"User-Agent": FIREFOX})
    client.session["x"] = 1
    client.session.save()
    before = client.session.session_key
    sign_in(client)
    kept = UserSession.objects.get(user=anna)
    assert kept.session_key != before
    assert (kept.ip_address, kept.user_agent) == ("127.0.0.1", FIREFOX)


def test_a_later_page_leaves_since_when_a_session_is_there(anna, anna_client):
    first = UserSession.objects.get(user=anna)
    anna_client.get(reverse("profile-second-factor"))  # writes to the session
    later = UserSession.objects.get(user=anna)
    assert later.created_at == first.created_at
    assert later.session_data != first.session_data
    assert later.seen_at > first.seen_at


@pytest.mark.parametrize(("wanted", "there"), [
    ("/admin/users?q=a", "/admin/users?q=a"),
    ("https://boese.example/", "/"),
    ("//boese.example/", "/"),
    ("/\\boese.example/", "/"),
    ("javascript:alert(1)", "/"),
    ("", "/"),
])  # fmt: skip
def test_goes_on_within_the_house_only(anna, wanted, there):
    assert sign_in(Client(), next=wanted).url == there


def test_fifth_wrong_try_locks_whatever_the_case_and_it_ends(anna):
    client = Client()
    names = ["anna@firma.example", "ANNA@firma.example", "Anna@Firma.example", "annA@firma.example"]
    assert [sign_in(client, name, "falsch").status_code for name in names] == [422] * 4
    locked = sign_in(client, password="falsch")
    assert (locked.status_code, locked["Retry-After"]) == (429, "900")
    assert sign_in(client).status_code == 429  # the right one too
    assert not is_signed_in(client)
    for attempt in AccessAttempt.objects.all():
        attempt.attempt_time -= timedelta(minutes=16)
        attempt.save()
    assert sign_in(client).status_code == 302
    assert AccessAttempt.objects.count() == 0


def test_lock_of_one_colleague_does_not_touch_another(anna, make_user):
    make_user("bert", password=PASSWORD)
    client = Client()
    for _ in range(5):
        sign_in(client, password="falsch")
    assert sign_in(client, "bert@firma.example").status_code == 302


def test_without_csrf_token_nothing_happens(anna):
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client).status_code == 403
    assert UserSession.objects.filter(user=anna).count() == 0
    page = client.get(reverse("sign-in"))
    assert sign_in(client, csrfmiddlewaretoken=page.context["csrf_token"]).status_code == 302


def test_sign_out_is_a_post_and_ends_the_session(anna, anna_client, audited):
    assert anna_client.get(reverse("sign-out")).status_code == 405
    assert is_signed_in(anna_client)
    assert anna_client.post(reverse("sign-out")).url == reverse("sign-in")
    assert UserSession.objects.filter(user=anna).count() == 0
    assert not is_signed_in(anna_client)
    assert audited() == ["access.user.signed_out"]


def test_signed_in_colleague_does_not_see_the_form_again(anna_client):
    response = anna_client.get(reverse("sign-in"), {"next": "/profile"})
    assert (response.status_code, response.url) == (302, "/profile")
