"""Bringing a database to the program's version: under a lock, all or nothing."""

from __future__ import annotations

import io
from dataclasses import dataclass

from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.utils import OperationalError

from kundenwert import __version__

from ..tenancy import Organisation, organisation_scope
from .errors import DatabaseMisfit, DatabaseUnavailable
from .privileges import grant_app_role

LOCK = 0x4B57_0001
"""Advisory lock: one migration at a time, whichever process."""
OLDEST_POSTGRESQL = 16


@dataclass(frozen=True)
class Fit:
    """How database and program stand to each other."""

    missing: tuple[str, ...]
    """Migrations that the database still lacks."""
    unknown: tuple[str, ...]
    """Migrations of a newer program."""
    is_fresh: bool = False
    """Nothing stands in the database yet."""


def check_fit(organisation: Organisation) -> Fit:
    """Compare migrations. Raises `DatabaseUnavailable`, and `DatabaseMisfit` for a server that is too old."""
    with organisation_scope(organisation):
        try:
            return _fit()
        except OperationalError as error:
            raise DatabaseUnavailable(f"The database does not answer: {error}") from error
        finally:
            connection.close()


def _fit() -> Fit:
    connection.ensure_connection()
    server = connection.pg_version // 10000  # type: ignore[attr-defined]
    if server < OLDEST_POSTGRESQL:
        raise DatabaseMisfit(f"PostgreSQL {server} is too old: Kundenwert needs {OLDEST_POSTGRESQL} or newer.")
    executor = MigrationExecutor(connection)
    known = set(executor.loader.graph.nodes)
    applied = set(executor.loader.applied_migrations)
    ours = {app for app, _name in known}
    missing = sorted(f"{app}.{name}" for app, name in known - applied)
    unknown = sorted(f"{app}.{name}" for app, name in applied - known if app in ours)
    return Fit(tuple(missing), tuple(unknown), is_fresh=not applied)


def require_fit(organisation: Organisation) -> None:
    """Raises `DatabaseMisfit`, with what to do, unless database and program fit exactly."""
    fit = check_fit(organisation)
    _refuse_newer(fit)
    if fit.missing:
        raise DatabaseMisfit(
            f"The database is older than this program ({len(fit.missing)} migrations are missing). "
            "Make a backup, then run: kundenwert migrate"
        )


def _refuse_newer(fit: Fit) -> None:
    if fit.unknown:
        raise DatabaseMisfit(
            f"The database was made by a newer Kundenwert than this one ({__version__}): it knows "
            f"{', '.join(fit.unknown[:3])}. Install the newer version, or restore a backup made with this one."
        )


def migrate(organisation: Organisation) -> list[str]:
    """Run missing migrations in one transaction: all are there afterwards, or none. Returns their names.

    The job queue's own migrations come first, each whole in its transaction: they use enum values that PostgreSQL
    lets nobody use before they are committed. Raises `DatabaseMisfit` where the database is newer than the program;
    an error in a migration comes through.
    """
    with organisation_scope(organisation.as_owner()):
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])  # released with the connection
            fit = _fit()
            _refuse_newer(fit)
            if fit.missing:
                _run("procrastinate")
                with transaction.atomic():
                    _run()
                    _grant(organisation)
            return list(fit.missing)
        finally:
            connection.close()


def _run(*app: str) -> None:
    call_command("migrate", *app, interactive=False, verbosity=0, stdout=io.StringIO())


def _grant(organisation: Organisation) -> None:
    role = organisation.database.get("user")
    if role and role != organisation.owner.get("user"):
        grant_app_role(str(role))
