from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from kundenwert.foundation.audit.queries.entries_page import EntryFilter, entries_page
from kundenwert.foundation.audit.queries.known_values import known_values
from kundenwert.foundation.audit.words import action_words, changes
from kundenwert.foundation.audit.write import write_audit
from kundenwert.foundation.tenancy import organisation_scope


def write(**more):
    with transaction.atomic():
        return write_audit(**{"actor": None, "action": "test.thing.done", "subject": "test.thing", **more})


@pytest.fixture
def many(organisation):
    """120 entries of one moment: the worst case for paging by time."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_auditentry (at, action, subject, title, details) "
            "SELECT '2026-11-20 10:00+00', 'test.thing.done', 'test.thing', g::text, '{}' "
            "FROM generate_series(1, 120) g"
        )


def test_pages_show_every_entry_once_latest_first(many):
    titles, after, pages = [], "", 0
    while pages == 0 or after:
        page = entries_page(EntryFilter(), after)
        titles += [entry.title for entry in page.entries]
        after, pages = page.next_cursor, pages + 1
    assert titles == [str(number) for number in range(120, 0, -1)]
    assert pages == 3


@pytest.mark.parametrize("cursor", ["x", "2026-11-22_1", "_", "2026-11-22T10:00:00+00:00_99999999999999999999", "\0"])
def test_a_cursor_that_is_none_begins_at_the_start(many, cursor):
    assert entries_page(EntryFilter(), cursor).entries[0].title == "120"


def test_filters(admin_user, make_user):
    anna = make_user("anna")
    entries = [
        write(title="a", actor=anna),
        write(title="b", actor=admin_user, action="test.other.done", subject="test.other", object_id=7),
        write(title="c", actor=anna, action="test.thing.undone"),
    ]
    assert len(entries) == 3
    titles = lambda **wanted: [entry.title for entry in entries_page(EntryFilter(**wanted)).entries]  # noqa: E731
    assert titles(actor_id=anna.pk) == ["c", "a"]
    assert titles(action="test.thing.done") == ["a"]
    assert titles(subject="test.other") == ["b"]
    assert titles(object_id=7) == ["b"]
    assert titles(actor_id=anna.pk, action="test.thing.undone") == ["c"]
    assert known_values("action") == ["test.other.done", "test.thing.done", "test.thing.undone"]
    assert known_values("subject") == ["test.other", "test.thing"]


def test_a_day_is_a_day_in_berlin(organisation):
    moments = [
        (2026, 3, 28, 22, 59),
        (2026, 3, 28, 23, 0),
        (2026, 3, 29, 21, 59),
        (2026, 3, 29, 22, 0),
    ]  # clocks change
    with connection.cursor() as cursor:
        for moment in moments:
            cursor.execute(
                "INSERT INTO audit_auditentry (at, action, subject, title, details) VALUES (%s, 'a.b', 'a', %s, '{}')",
                [datetime(*moment, tzinfo=UTC), str(moment)],
            )
    found = entries_page(EntryFilter(day=date(2026, 3, 29))).entries
    assert [entry.title for entry in found] == [str(moment) for moment in (moments[2], moments[1])]


@pytest.mark.parametrize("wanted", [
    {}, {"actor": "1"}, {"action": "rare.thing.done"}, {"subject": "rare.thing"}, {"day": "2026-11-02"},
    {"after": "2026-11-10T00:00:00+00:00_50000"},
])  # fmt: skip
def test_a_page_reads_from_an_index_however_long_the_log(organisation, admin_client, wanted):
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_auditentry (at, action, subject, title, details) SELECT timestamptz '2026-11-01' "
            "+ g * interval '20 seconds', 'test.thing.done', 'test.thing', '', '{}' FROM generate_series(1, 60000) g"
        )
    write(action="rare.thing.done", subject="rare.thing")
    with organisation_scope(organisation.as_owner()), connection.cursor() as cursor:
        cursor.execute("ANALYZE audit_auditentry")
    with CaptureQueriesContext(connection) as queries:
        assert admin_client.get(reverse("admin-audit"), wanted).status_code == 200
    on_log = [query["sql"] for query in queries if 'FROM "audit_auditentry"' in query["sql"]]
    assert len(on_log) == 1
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {on_log[0]}")
        plan = cursor.fetchone()[0][0]["Plan"]
    assert rows_read(plan) < 500


def rows_read(plan):
    """Rows the plan touches in the log, filtered ones too."""
    own = 0
    if plan.get("Relation Name") == "audit_auditentry":
        own = (plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)) * plan["Actual Loops"]
    return own + sum(rows_read(part) for part in plan.get("Plans", []))


def test_page_shows_before_and_after_and_loads_on(many, admin_client, admin_user):
    write(
        action="access.user.changed",
        subject="access.user",
        before={"theme": "dark"},
        after={"theme": "light"},
        title="<b>",
    )
    page = admin_client.get(reverse("admin-audit"))
    text = page.content.decode()
    assert "<b>" not in text
    assert "<del>" in text
    part = admin_client.get(page.context["next_url"], headers={"HX-Request": "true"})
    assert (len(part.context["rows"]), "<html" in part.content.decode()) == (50, False)


@pytest.mark.parametrize(
    "query",
    ["day=0001-01-01", "day=9999-12-31", "day=x", "actor=99999999999999999999", "actor=x", "action=%00", "object=-1"],
)
def test_odd_filters_do_no_harm(many, admin_client, query):
    assert admin_client.get(f"{reverse('admin-audit')}?{query}").status_code == 200


def test_only_administrators(many, make_user, client_of):
    assert Client().get(reverse("admin-audit")).status_code == 302
    assert client_of(make_user("anna")).get(reverse("admin-audit")).status_code == 403


def test_changes_name_fields_and_values():
    with translation.override("en"):
        found = changes(
            "access.user", {"is_active": True, "theme": "dark", "x_y": 1}, {"is_active": False, "theme": "dark"}
        )
    assert found == [
        {"label": "Active", "before": "yes", "after": "no"},
        {"label": "X y", "before": "1", "after": ""},
    ]
    assert changes("access.user", None, {"email": "a@b.de"})[0]["after"] == "a@b.de"
    assert changes("nothing.known", {"a": [1, 2]}, None)[0]["before"] == "1, 2"


def test_unknown_actions_have_words_too():
    assert action_words("nothing.known.blown_up").endswith("blown up")
