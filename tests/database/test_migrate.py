"""Database and program must fit; migrating is all or nothing, and one at a time."""

from __future__ import annotations

import subprocess
import sys
import uuid

import psycopg
import pytest
from django.db import connection

from kundenwert.foundation.database.errors import DatabaseMisfit
from kundenwert.foundation.database.migrate import check_fit, migrate, require_fit
from kundenwert.foundation.database.set_up import LocalDatabase
from kundenwert.foundation.tenancy import organisation_scope

CONCURRENT = """
import json, os, sys
from kundenwert.project.boot import set_up_django
set_up_django()
from kundenwert.foundation.database.embedded import EmbeddedPostgres
from kundenwert.foundation.database.migrate import migrate
from kundenwert.foundation.database.set_up import LocalDatabase
from pathlib import Path
server = EmbeddedPostgres(Path(os.environ["KUNDENWERT_DATA_DIR"]))
print(len(migrate(LocalDatabase(server, sys.argv[1]).organisation())))
"""
FAILING = """
from django.db import migrations
class Migration(migrations.Migration):
    dependencies = [("organisation", {last!r})]
    operations = [
        migrations.RunSQL("CREATE TABLE half_done (id int)"),
        migrations.RunSQL("INSERT INTO organisation_organisationprofile (no_such_column) VALUES (1)"),
    ]
"""


@pytest.fixture
def empty_database(postgres):
    name = f"e_{uuid.uuid4().hex[:12]}"
    yield LocalDatabase(postgres, name).ensure()
    with psycopg.connect(**postgres.parameters("postgres", "postgres"), autocommit=True) as admin:
        admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def test_a_newer_database_is_refused(organisation):
    with organisation_scope(organisation.as_owner()):
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('audit', '0999_future', now())")
        connection.close()
    for refuse in (require_fit, migrate):
        with pytest.raises(DatabaseMisfit, match=r"by a newer Kundenwert .* audit\.0999_future.*newer version"):
            refuse(organisation)


def test_an_older_database_is_told_what_to_do(empty_database, django_db_blocker):
    with (
        django_db_blocker.unblock(),
        pytest.raises(DatabaseMisfit, match="Make a backup, then run: kundenwert migrate"),
    ):
        require_fit(empty_database)


def test_two_at_once_migrate_once(empty_database):
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", CONCURRENT, empty_database.key], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]  # fmt: skip
    outputs = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0, 0], outputs
    counts = sorted(int(out) for out, _error in outputs)
    assert counts[:2] == [0, 0]
    assert counts[2] > 20


def test_a_failing_migration_leaves_nothing_half(empty_database, tmp_path, settings, monkeypatch, django_db_blocker):
    package = _copy_with_failing_migration(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    settings.MIGRATION_MODULES = {"organisation": package}
    with django_db_blocker.unblock():
        with pytest.raises(Exception, match="no_such_column"):
            migrate(empty_database)
        with psycopg.connect(**empty_database.owner) as owner:
            tables = {row[0] for row in owner.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}
        assert "half_done" not in tables
        assert "organisation_organisationprofile" not in tables
        assert "audit_auditentry" not in tables

        settings.MIGRATION_MODULES = {}
        assert migrate(empty_database)  # the same database, with a program that is right
        assert check_fit(empty_database).missing == ()


def _copy_with_failing_migration(folder):
    from pathlib import Path

    from kundenwert.foundation.organisation import migrations

    name = f"migrations_{uuid.uuid4().hex[:8]}"
    target = folder / name
    target.mkdir()
    (target / "__init__.py").touch()
    sources = sorted(Path(migrations.__path__[0]).glob("0*.py"))
    for source in sources:
        (target / source.name).write_text(source.read_text())
    (target / "0999_fails.py").write_text(FAILING.format(last=sources[-1].stem))
    return name
