from __future__ import annotations

import json

import pytest
from django.db import connection

from kundenwert.foundation.tenancy import Organisation, organisation_scope
from kundenwert.foundation.web.healthz import healthz


def _ask(rf, method="get"):
    answer = healthz(getattr(rf, method)("/healthz"))
    return answer.status_code, json.loads(answer.content or b"{}")


def _worker_seen(ago: str):
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - %s::interval)", [ago])


def test_well_with_a_living_worker(organisation, rf):
    _worker_seen("10 seconds")
    assert _ask(rf) == (200, {"status": "ok", "database": "ok", "worker": "ok"})


@pytest.mark.parametrize("ago", [None, "61 seconds", "1 day"])
def test_unwell_without_one(organisation, rf, ago):
    if ago:
        _worker_seen(ago)
    assert _ask(rf) == (503, {"status": "unwell", "database": "ok", "worker": "down"})


def test_unwell_without_a_database_and_says_nothing_more(rf, django_db_blocker):
    nowhere = Organisation("nowhere", {"host": "/nonexistent", "dbname": "secret"}, {})
    with django_db_blocker.unblock(), organisation_scope(nowhere):
        assert _ask(rf) == (503, {"status": "unwell", "database": "down", "worker": "down"})
        connection.close()


def test_only_to_be_read(organisation, rf):
    assert healthz(rf.post("/healthz")).status_code == 405
    assert healthz.permission == "public"
