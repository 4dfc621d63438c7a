from __future__ import annotations

import re
import time
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from kundenwert.foundation.access.models import User, UserSession
from kundenwert.foundation.access.tokens import INVITATION, RESET, make_token, user_of_token
from kundenwert.foundation.jobs.models import JobFailure
from kundenwert.foundation.jobs.tests.running import run_jobs

from .conftest import PASSWORD, link_in

NEW = "Sieben Raben fliegen"


def ask(email="anna@firma.example", **more):
    return Client().post(reverse("password-forgotten"), {"email": email}, **more)


def test_from_forgotten_to_signed_in(anna, anna_client, mailbox, audited):
    assert ask("ANNA@firma.example").status_code == 200
    assert mailbox.received == []  # not in the request
    run_jobs()
    assert [message["To"] for message in mailbox.received] == ["anna@firma.example"]
    client, link = Client(), link_in(mailbox.texts()[0])
    assert client.get(link).status_code == 200
    assert client.post(link, {"new_password": NEW}).url == reverse("sign-in")
    assert UserSession.objects.filter(user=anna).count() == 0  # the other browser is out
    assert anna_client.get(reverse("profile")).status_code == 302
    assert User.objects.get().check_password(NEW)
    second = client.post(link, {"new_password": "Noch ein anderes Wort"})
    assert second.status_code == 410
    assert User.objects.get().check_password(NEW)
    assert audited() == ["access.user.password_reset_requested", "access.user.password_reset"]


def test_the_answer_says_nothing_about_the_address(anna, mailbox):
    known, unknown = ask(), ask("niemand@firma.example")
    token = re.compile(rb'(?<="X-CSRFToken": ")\w+')
    assert (known.status_code, token.sub(b"", known.content)) == (200, token.sub(b"", unknown.content))
    run_jobs()
    assert len(mailbox.received) == 1


def test_inactive_colleague_gets_no_mail(anna, mailbox):
    anna.is_active = False
    anna.save()
    ask()
    run_jobs()
    assert mailbox.received == []


def test_nobody_fills_a_mailbox(anna, mailbox):
    for _ in range(5):
        ask()
    run_jobs()
    assert len(mailbox.received) == 3


def test_link_leads_where_the_colleague_has_signed_in_not_where_a_stranger_says(anna, mailbox):
    Client().post(
        reverse("sign-in"), {"username": anna.email, "password": PASSWORD}, headers={"Host": "crm.firma.example"}
    )
    ask(headers={"Host": "boese.example"})
    run_jobs()
    assert "http://crm.firma.example/password-reset/" in mailbox.texts()[0]
    assert "boese" not in mailbox.texts()[0]


def test_public_address_of_the_installation_comes_first(anna, mailbox, monkeypatch):
    monkeypatch.setenv("KUNDENWERT_PUBLIC_URL", "https://kw.firma.example/")
    ask()
    run_jobs()
    assert "https://kw.firma.example/password-reset/" in mailbox.texts()[0]


def test_mail_server_that_is_down_loses_nothing(anna, mailbox):
    mailbox.refuse = True
    ask()
    run_jobs()
    waiting = ProcrastinateJob.objects.get()
    assert (waiting.status, waiting.attempts) == ("todo", 1)
    assert "451" in JobFailure.objects.get(pk=waiting.pk).error


@pytest.mark.parametrize("bad", ["kurz", "anna@firma.example", "1234567890"])
def test_weak_password_is_refused_and_the_link_stays_good(anna, bad):
    link = reverse("password-reset", args=[make_token(anna, RESET)])
    assert Client().post(link, {"new_password": bad}).status_code == 422
    assert User.objects.get().check_password(PASSWORD)
    assert Client().post(link, {"new_password": NEW}).status_code == 302


def test_foreign_and_forged_tokens_are_void(anna, make_user):
    bert = make_user("bert", password=PASSWORD)
    token = make_token(anna, RESET)
    payload, _rest = make_token(bert, RESET).split(":", 1)
    forged = ":".join([payload, *token.split(":")[1:]])
    for bad in (forged, token[:-1], token + "x", "x", "a:b:c", make_token(anna, INVITATION)[1:]):
        assert Client().post(reverse("password-reset", args=[bad]), {"new_password": NEW}).status_code == 410
    assert [user.check_password(PASSWORD) for user in User.objects.all()] == [True, True]


@pytest.mark.parametrize(("purpose", "lives"), [(RESET, timedelta(hours=1)), (INVITATION, timedelta(days=7))])
def test_token_expires(anna, monkeypatch, purpose, lives):
    token, now = make_token(anna, purpose), time.time()
    monkeypatch.setattr(time, "time", lambda: now + lives.total_seconds() - 5)
    assert user_of_token(token) == anna
    monkeypatch.setattr(time, "time", lambda: now + lives.total_seconds() + 5)
    assert user_of_token(token) is None


def test_signing_in_voids_a_link_that_is_on_its_way(anna):
    token = make_token(anna, RESET)
    Client().post(reverse("sign-in"), {"username": anna.email, "password": PASSWORD})
    assert user_of_token(token) is None
