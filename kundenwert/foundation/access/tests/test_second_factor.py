from __future__ import annotations

import time

import pytest
from django.test import Client
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from kundenwert.foundation.access.models import UserSession
from kundenwert.foundation.access.web.profile_second_factor import KEY

from .conftest import PASSWORD

PAGE, SET_UP = "second-factor", "profile-second-factor"


@pytest.fixture
def clock(monkeypatch):
    """Time that moves on when told."""
    moved = [time.time()]
    monkeypatch.setattr(time, "time", lambda: moved[0])

    def forward(seconds):
        moved[0] += seconds

    return forward


def code_of(key):
    totp = TOTP(bytes.fromhex(key))
    totp.time = time.time()
    return f"{totp.token():06d}"


@pytest.fixture
def factor(anna, anna_client, clock):
    """Anna has set up a second factor: key and recovery codes."""
    anna_client.get(reverse(SET_UP))
    key = anna_client.session[KEY]
    page = anna_client.post(reverse(SET_UP), {"code": code_of(key)})
    assert page.status_code == 200
    clock(60)
    return key, page.context["text"].split("\n")


@pytest.fixture
def half_in(anna, factor):
    """A browser that has shown the password only."""
    client = Client()
    client.post(reverse("sign-in"), {"username": anna.email, "password": PASSWORD})
    return client


def test_set_up_shows_ten_codes_once_and_signs_other_browsers_out(anna, client_of, anna_client, factor, audited):
    assert len(set(factor[1])) == 10
    assert factor[1][0] not in anna_client.get(reverse(SET_UP)).content.decode()
    assert anna_client.get(reverse("profile")).status_code == 200  # this browser has shown a code
    assert audited() == ["access.user.second_factor_enabled"]


def test_other_browsers_are_signed_out(anna, client_of, anna_client):
    client_of(anna)
    anna_client.get(reverse(SET_UP))
    anna_client.post(reverse(SET_UP), {"code": code_of(anna_client.session[KEY])})
    assert UserSession.objects.filter(user=anna).count() == 1


def test_wrong_first_code_switches_nothing_on(anna, anna_client):
    anna_client.get(reverse(SET_UP))
    key = anna_client.session[KEY]
    assert anna_client.post(reverse(SET_UP), {"code": "000000"}).status_code == 422
    assert (TOTPDevice.objects.count(), StaticToken.objects.count()) == (0, 0)
    assert anna_client.session[KEY] == key


def test_password_alone_opens_nothing(half_in, audited):
    for name in ("home", "profile", "profile-sessions", "admin", "profile-second-factor-off"):
        assert half_in.get(reverse(name)).url == f"{reverse(PAGE)}?next={reverse(name)}"
    assert half_in.post(reverse("profile-second-factor-off"), {"password": PASSWORD}).status_code == 302
    assert TOTPDevice.objects.count() == 1


def test_code_opens_and_works_once(anna, half_in, factor):
    code, before = code_of(factor[0]), half_in.session.session_key
    response = half_in.post(reverse(PAGE), {"code": f"{code[:3]} {code[3:]}", "next": "/profile"})
    assert response.url == "/profile"
    assert half_in.session.session_key != before
    assert half_in.get(reverse("profile")).status_code == 200
    other = Client()
    other.post(reverse("sign-in"), {"username": anna.email, "password": PASSWORD})
    assert other.post(reverse(PAGE), {"code": code}).status_code == 422
    assert other.get(reverse("profile")).status_code == 302


def test_recovery_code_works_once(anna, half_in, factor, audited):
    code = factor[1][3]
    assert half_in.post(reverse(PAGE), {"code": code.upper()}).status_code == 302
    assert half_in.get(reverse("profile")).status_code == 200
    other = Client()
    other.post(reverse("sign-in"), {"username": anna.email, "password": PASSWORD})
    assert other.post(reverse(PAGE), {"code": code}).status_code == 422
    assert StaticToken.objects.count() == 9
    assert audited().count("access.user.recovery_code_used") == 1


def test_wrong_codes_must_wait_longer_and_longer(half_in, factor):
    assert half_in.post(reverse(PAGE), {"code": "000000"}).status_code == 422
    assert half_in.post(reverse(PAGE), {"code": code_of(factor[0])}).status_code == 422  # at once: too soon
    assert TOTPDevice.objects.get().throttling_failure_count == 1
    assert half_in.post(reverse(PAGE), {"code": factor[1][0]}).status_code == 302  # recovery codes count apart


@pytest.mark.parametrize("typed", ["", "١٢٣٤٥٦", "abc", "9" * 500, "12345\0"])
def test_odd_codes_are_refused(half_in, typed):
    assert half_in.post(reverse(PAGE), {"code": typed}).status_code == 422
    assert half_in.get(reverse("profile")).status_code == 302


def test_second_factor_page_sends_the_finished_on(anna_client):
    assert anna_client.get(reverse(PAGE), {"next": "https://boese.example"}).url == reverse("home")


def test_switch_off_needs_the_password(anna, anna_client, factor, audited):
    assert anna_client.post(reverse("profile-second-factor-off"), {"password": "falsch"}).status_code == 422
    assert TOTPDevice.objects.count() == 1
    assert anna_client.post(reverse("profile-second-factor-off"), {"password": PASSWORD}).status_code == 302
    assert (TOTPDevice.objects.count(), StaticToken.objects.count()) == (0, 0)
    assert anna_client.get(reverse("profile")).status_code == 200
    assert audited()[-1] == "access.user.second_factor_disabled"


def test_new_recovery_codes_replace_the_old(anna_client, factor):
    page = anna_client.post(reverse("profile-recovery-codes"), {"password": PASSWORD})
    fresh = page.context["text"].split("\n")
    assert (len(fresh), set(fresh) & set(factor[1]), StaticToken.objects.count()) == (10, set(), 10)


def test_guessing_the_password_in_an_open_browser_ends_the_session(anna_client, factor):
    answers = [
        anna_client.post(reverse("profile-recovery-codes"), {"password": "falsch"}).status_code for _ in range(5)
    ]
    assert answers == [422, 422, 422, 422, 302]
    assert anna_client.get(reverse("profile")).status_code == 302


def test_administrator_helps_who_lost_the_telephone(anna, admin_client, factor, half_in):
    assert admin_client.post(reverse("admin-user-second-factor-off", args=[anna.pk])).status_code == 302
    other = Client()
    other.post(reverse("sign-in"), {"username": anna.email, "password": PASSWORD})
    assert other.get(reverse("profile")).status_code == 200
