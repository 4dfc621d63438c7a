from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from kundenwert.foundation.access.actions.deactivate_user import deactivate_user
from kundenwert.foundation.access.actions.errors import Refused
from kundenwert.foundation.access.models import Role, RolePermission, Team, User, UserSession
from kundenwert.foundation.access.subjects import register_subject, subjects, unregister_subject
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.jobs.tests.running import run_jobs

from .conftest import PASSWORD, link_in


@pytest.fixture
def sales(organisation):
    return Role.objects.get(name="Vertrieb")


@pytest.fixture
def subject():
    register_subject("test.thing", "Ding")
    yield "test.thing"
    unregister_subject("test.thing")


@pytest.fixture
def team(organisation):
    return Team.objects.create(name="Innendienst")


def person(user, **more):
    values = {"first_name": user.first_name, "last_name": user.last_name, "email": user.email}
    return {**values, "roles": [role.pk for role in user.roles.all()], **more}


def addresses(anna, sales, team):
    """All addresses of the administration: name, arguments, whether it has a page."""
    return [
        ("admin", [], True), ("admin-users", [], True), ("admin-user-new", [], True), ("admin-user", [anna.pk], True),
        ("admin-user-invite", [anna.pk], False), ("admin-user-deactivate", [anna.pk], False),
        ("admin-user-reactivate", [anna.pk], False), ("admin-user-second-factor-off", [anna.pk], False),
        ("admin-roles", [], True), ("admin-role-new", [], True), ("admin-role", [sales.pk], True),
        ("admin-role-delete", [sales.pk], False), ("admin-teams", [], True), ("admin-team-new", [], True),
        ("admin-team", [team.pk], True), ("admin-team-delete", [team.pk], False), ("admin-audit", [], True),
        ("admin-jobs", [], True), ("admin-job-retry", [1], False), ("admin-job-dismiss", [1], False),
        ("admin-organisation", [], True),
    ]  # fmt: skip


def test_strangers_and_colleagues_get_nowhere_and_change_nothing(admin_user, anna, anna_client, sales, team):
    state = lambda: [list(model.objects.order_by("pk").values()) for model in (User, Role, RolePermission, Team)]  # noqa: E731
    before = state()
    typed = {
        **person(anna),
        "name": "X",
        "organisation": "X",
        "country": "DE",
        "currency": "EUR",
        "is_administrator": "on",
    }
    for name, arguments, has_page in addresses(anna, sales, team):
        address = reverse(name, args=arguments)
        assert anna_client.post(address, typed).status_code == 403, name
        stranger = Client().post(address, typed)
        assert (stranger.status_code, stranger.url) == (302, f"{reverse('sign-in')}?next={address}"), name
        if has_page:
            assert anna_client.get(address).status_code == 403, name
            assert Client().get(address).status_code == 302, name
    assert state() == before
    assert AuditEntry.objects.count() == 0


def test_administrator_sees_every_page(anna, admin_client, sales, team):
    for name, arguments, has_page in addresses(anna, sales, team):
        assert admin_client.get(reverse(name, args=arguments)).status_code == (200 if has_page else 405), name


def test_without_csrf_token_nothing_changes(anna, admin_user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(admin_user, backend="kundenwert.foundation.access.backend.PasswordBackend")
    assert client.post(reverse("admin-user-deactivate", args=[anna.pk])).status_code == 403
    assert User.objects.get(pk=anna.pk).is_active


def test_new_colleague_by_invitation(admin_client, sales, team, mailbox, audited):
    values = {
        "first_name": "Bernd",
        "last_name": "Öz",
        "email": "<Bernd@Firma.example>",
        "roles": [sales.pk],
        "teams": [team.pk],
    }
    assert admin_client.post(reverse("admin-user-new"), values).url == reverse("admin-users")
    made = User.objects.get(email="Bernd@firma.example")
    assert (list(made.roles.all()), list(made.teams.all()), made.has_usable_password()) == ([sales], [team], False)
    run_jobs()
    admin_client.post(reverse("admin-user-invite", args=[made.pk]))
    run_jobs()
    assert [message["To"] for message in mailbox.received] == ["Bernd@firma.example"] * 2
    client = Client()
    assert client.post(link_in(mailbox.texts()[0]), {"new_password": PASSWORD}).url == reverse("sign-in")
    assert client.post(link_in(mailbox.texts()[1]), {"new_password": PASSWORD}).status_code == 410
    assert client.post(reverse("sign-in"), {"username": made.email, "password": PASSWORD}).url == reverse("home")
    expected = ["created", "invited", "password_reset", "signed_in"]
    assert audited() == [f"access.user.{verb}" for verb in expected]
    admin_client.post(reverse("admin-user-invite", args=[made.pk]))
    assert audited() == [f"access.user.{verb}" for verb in expected]  # needs none any more


def test_new_colleague_with_a_password_gets_no_mail(admin_client, sales, mailbox):
    values = {
        "first_name": "B",
        "last_name": "C",
        "email": "b@firma.example",
        "roles": [sales.pk],
        "password": PASSWORD,
    }
    admin_client.post(reverse("admin-user-new"), values)
    run_jobs()
    assert mailbox.received == []
    assert User.objects.get(email="b@firma.example").check_password(PASSWORD)


@pytest.mark.parametrize(("field", "bad"), [
    ("email", "ANNA@firma.example"), ("email", "keine"), ("first_name", ""),
    ("roles", []), ("roles", ["999"]), ("password", "kurz"),
])  # fmt: skip
def test_bad_new_colleague_is_refused(anna, admin_client, sales, field, bad):
    values = {"first_name": "B", "last_name": "C", "email": "b@firma.example", "roles": [sales.pk], field: bad}
    response = admin_client.post(reverse("admin-user-new"), values)
    assert (response.status_code, set(response.context["form"].errors)) == (422, {field})
    assert User.objects.count() == 2


def test_change_writes_before_and_after(anna, admin_client, sales, team):
    admin_client.post(
        reverse("admin-user", args=[anna.pk]), person(anna, last_name="Neu", roles=[sales.pk], teams=[team.pk])
    )
    entry = AuditEntry.objects.get(action="access.user.changed")
    assert entry.before == {"last_name": "Muster", "roles": ["Rolle anna"], "teams": []}
    assert entry.after == {"last_name": "Neu", "roles": ["Vertrieb"], "teams": ["Innendienst"]}
    assert entry.actor.email == "chef@firma.example"


def test_deactivation_ends_sessions_and_reactivation_opens_again(anna, anna_client, admin_client, audited):
    admin_client.post(reverse("admin-user-deactivate", args=[anna.pk]))
    assert UserSession.objects.filter(user=anna).count() == 0
    assert anna_client.get(reverse("profile")).status_code == 302
    client = Client()
    assert client.post(reverse("sign-in"), {"username": anna.email, "password": PASSWORD}).status_code == 422
    admin_client.post(reverse("admin-user-reactivate", args=[anna.pk]))
    assert client.post(reverse("sign-in"), {"username": anna.email, "password": PASSWORD}).status_code == 302
    assert audited() == [f"access.user.{verb}" for verb in ("deactivated", "reactivated", "signed_in")]


def test_last_administrator_stays(admin_user, admin_client, anna, sales):
    role = admin_user.roles.get()
    edit = reverse("admin-user", args=[admin_user.pk])
    assert admin_client.post(edit, person(admin_user, roles=[sales.pk])).status_code == 422
    assert admin_client.post(reverse("admin-role", args=[role.pk]), {"name": "Chefs"}).status_code == 422
    admin_client.post(reverse("admin-user-deactivate", args=[admin_user.pk]))
    with pytest.raises(Refused):
        deactivate_user(user=admin_user, actor=anna)
    kept = User.objects.get(pk=admin_user.pk)
    assert (kept.is_active, list(kept.roles.all())) == (True, [role])
    assert Role.objects.get(pk=role.pk).is_administrator
    assert AuditEntry.objects.count() == 0
    anna.roles.add(role)
    assert admin_client.post(edit, person(admin_user, roles=[sales.pk])).status_code == 302


def test_role_matrix_round_trip(admin_client, subject, audited):
    cells = {"test.thing:see": "team", "test.thing:create": "all", "test.thing:change": "own", "test.thing:delete": ""}
    admin_client.post(reverse("admin-role-new"), {"name": "Lager", **cells})
    role = Role.objects.get(name="Lager")
    rows = {(row.subject, row.verb): row.scope for row in role.permissions.all()}
    assert rows == {("test.thing", "see"): "team", ("test.thing", "create"): "all", ("test.thing", "change"): "own"}
    page = admin_client.get(reverse("admin-role", args=[role.pk]))
    row = next(row for row in page.context["rows"] if row["key"] == "test.thing")
    assert {cell["name"]: cell["value"] for cell in row["cells"]} == {**cells, "test.thing:export": ""}
    admin_client.post(reverse("admin-role", args=[role.pk]), {"name": "Lager", "test.thing:see": "all"})
    assert list(role.permissions.values_list("subject", "verb", "scope")) == [("test.thing", "see", "all")]
    entry = AuditEntry.objects.get(action="access.role.changed")
    assert entry.before == {"test.thing.see": "team"} or entry.before["test.thing.see"] == "team"
    assert entry.after["test.thing.see"] == "all"


@pytest.mark.parametrize("cell", [
    ("test.unknown:see", "all"), ("test.thing:fly", "all"), ("test.thing:see", "galaxy"), (":", "all"),
])  # fmt: skip
def test_permissions_that_do_not_exist_are_refused(admin_client, subject, cell):
    response = admin_client.post(reverse("admin-role-new"), {"name": "Lager", cell[0]: cell[1]})
    assert response.status_code == 422
    assert not Role.objects.filter(name="Lager").exists()


def test_permissions_of_a_module_that_is_switched_off_survive(admin_client, subject):
    role = Role.objects.create(name="Lager")
    RolePermission.objects.create(role=role, subject="gone.thing", verb="see", scope="all")
    admin_client.post(reverse("admin-role", args=[role.pk]), {"name": "Lager", "test.thing:see": "all"})
    assert set(role.permissions.values_list("subject", flat=True)) == {"gone.thing", "test.thing"}


def test_role_that_somebody_has_stays(anna, admin_client, sales, audited):
    held = anna.roles.get()
    admin_client.post(reverse("admin-role-delete", args=[held.pk]))
    assert Role.objects.filter(pk=held.pk).exists()
    admin_client.post(reverse("admin-role-delete", args=[sales.pk]))
    assert not Role.objects.filter(pk=sales.pk).exists()
    assert audited() == ["access.role.deleted"]


def test_team_round_trip(anna, admin_client, audited):
    gone = User.objects.create(email="weg@firma.example", first_name="W", last_name="Eg", is_active=False)
    admin_client.post(reverse("admin-team-new"), {"name": " Außendienst ", "members": [anna.pk]})
    team = Team.objects.get()
    assert (team.name, list(team.users.all())) == ("Außendienst", [anna])
    assert admin_client.post(reverse("admin-team-new"), {"name": "AUßENDIENST"}).status_code == 422
    assert admin_client.post(reverse("admin-team-new"), {"name": "Neu", "members": [gone.pk]}).status_code == 422
    team.users.add(gone)
    admin_client.post(reverse("admin-team", args=[team.pk]), {"name": "Außen", "members": [gone.pk]})
    assert list(Team.objects.get().users.all()) == [gone]
    admin_client.post(reverse("admin-team-delete", args=[team.pk]))
    assert Team.objects.count() == 0
    assert audited() == [f"access.team.{verb}" for verb in ("created", "changed", "deleted")]


def test_list_searches_names_addresses_positions(anna, admin_client):
    found = admin_client.get(reverse("admin-users"), {"q": "must ANNA"}).context["users"]
    assert list(found) == [anna]
    assert list(admin_client.get(reverse("admin-users"), {"q": "nichts\0"}).context["users"]) == []


def test_default_roles(organisation):
    assert list(Role.objects.values_list("name", flat=True)) == [
        "Administrator", "Analyse", "Geschäftsführung", "Marketing", "Service", "Vertrieb",
    ]  # fmt: skip
    rights = set(RolePermission.objects.filter(role__name="Vertrieb").values_list("subject", "verb", "scope"))
    assert ("customers.customer", "delete", "own") in rights
    assert ("catalogue.product", "see", "all") in rights
    assert ("catalogue.product", "change", "all") not in rights
    assert len(rights) == 6 * 5 + 1
    managing = RolePermission.objects.filter(role__name="Geschäftsführung").values_list("verb", "scope")
    assert set(managing) == {("see", "all"), ("export", "all")}


def test_subject_registry(subject):
    assert subjects()[subject] == "Ding"
