from __future__ import annotations

import pytest
from django.urls import reverse

from kundenwert.foundation.access.models import User, UserSession

from .conftest import PASSWORD

NEW = "Sieben Raben fliegen"
VALUES = {"first_name": "Anna", "last_name": "Muster", "position": "", "phone": "", "language": "de", "theme": "system"}


def test_profile_round_trip(anna, anna_client, audited):
    values = {
        **VALUES,
        "first_name": " Änna ",
        "phone": "0221 12345",
        "position": "Innendienst",
        "theme": "dark",
        "language": "en",
    }
    assert anna_client.post(reverse("profile"), values).status_code == 302
    kept = User.objects.values("first_name", "last_name", "position", "phone", "language", "theme").get()
    assert kept == {**values, "first_name": "Änna"}
    assert audited() == ["access.user.changed"]
    assert anna_client.post(reverse("profile"), values).status_code == 302
    assert audited() == ["access.user.changed"]  # nothing changed, nothing written


@pytest.mark.parametrize(
    ("field", "bad"), [("first_name", "  "), ("last_name", "x" * 81), ("theme", "pink"), ("language", "tlh")]
)
def test_bad_profile_is_refused(anna_client, field, bad):
    response = anna_client.post(reverse("profile"), {**VALUES, field: bad})
    assert response.status_code == 422
    assert set(response.context["form"].errors) == {field}
    assert User.objects.get().name == "Anna Muster"


def test_nobody_gives_themselves_rights(anna, anna_client):
    anna_client.post(reverse("profile"), {**VALUES, "is_active": "", "email": "x@y.example", "roles": "1"})
    kept = User.objects.get()
    assert (kept.email, kept.is_active, list(kept.roles.all())) == (anna.email, True, list(anna.roles.all()))


def test_new_password_ends_the_other_sessions(anna, anna_client, client_of, audited):
    other = client_of(anna)
    response = anna_client.post(reverse("profile-password"), {"password": PASSWORD, "new_password": NEW})
    assert response.status_code == 302
    assert User.objects.get().check_password(NEW)
    assert anna_client.get(reverse("profile")).status_code == 200
    assert other.get(reverse("profile")).status_code == 302
    assert UserSession.objects.filter(user=anna).count() == 1
    assert audited() == ["access.user.password_changed"]


@pytest.mark.parametrize(("old", "new", "field"), [("falsch", NEW, "password"), (PASSWORD, "kurz", "new_password")])
def test_wrong_or_weak_password_changes_nothing(anna_client, old, new, field):
    response = anna_client.post(reverse("profile-password"), {"password": old, "new_password": new})
    assert (response.status_code, set(response.context["form"].errors)) == (422, {field})
    assert User.objects.get().check_password(PASSWORD)


def test_theme_is_kept_and_checked(anna_client, audited):
    response = anna_client.post(reverse("theme"), {"theme": "dark"})
    assert (response.status_code, response.cookies["theme"].value) == (204, "dark")
    assert User.objects.get().theme == "dark"
    assert anna_client.post(reverse("theme"), {"theme": "pink"}).status_code == 400
    assert User.objects.get().theme == "dark"
    assert audited() == ["access.user.changed"]


def test_ended_session_is_really_out(anna, anna_client, client_of, audited):
    other = client_of(anna)
    page = anna_client.get(reverse("profile-sessions"))
    rows = page.context["sessions"]
    assert [row.is_current for row in rows] == [True, False]
    assert other.session.session_key not in page.content.decode()
    anna_client.post(reverse("profile-session-end", args=[rows[1].handle]))
    assert other.get(reverse("profile")).status_code == 302
    assert anna_client.get(reverse("profile")).status_code == 200
    assert audited() == ["access.user.session_ended"]


def test_nobody_ends_a_strangers_session(anna, anna_client, make_user, client_of):
    bert_client = client_of(make_user("bert"))
    handle = bert_client.get(reverse("profile-sessions")).context["sessions"][0].handle
    anna_client.post(reverse("profile-session-end", args=[handle]))
    assert bert_client.get(reverse("profile")).status_code == 200


def test_end_all_others(anna, anna_client, client_of, audited):
    others = [client_of(anna), client_of(anna)]
    anna_client.post(reverse("profile-sessions-end-others"))
    assert [other.get(reverse("profile")).status_code for other in others] == [302, 302]
    assert anna_client.get(reverse("profile")).status_code == 200
    assert audited() == ["access.user.sessions_ended"]
