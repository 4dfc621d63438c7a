"""Checks of PostgreSQL: version, roles, what the app role may do, migrations, clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import psycopg

from .finding import Finding, ok, problem, warning

if TYPE_CHECKING:
    from kundenwert.foundation.tenancy import Organisation

OLDEST = 16
CLOCK_SECONDS = 5
RIGHTS = """
    SELECT rolsuper, rolcreatedb OR rolcreaterole OR rolbypassrls OR rolreplication,
           has_schema_privilege(rolname, 'public', 'CREATE'),
           (SELECT pg_has_role(r.rolname, relowner, 'MEMBER')
                OR has_table_privilege(r.rolname, oid, 'UPDATE, DELETE, TRUNCATE')
            FROM pg_class WHERE oid = to_regclass('audit_auditentry'))
    FROM pg_roles r WHERE rolname = current_user
"""
GRANT_AGAIN = "Run: kundenwert migrate"
OWN_ROLES = "Use two roles: one that owns the tables (KUNDENWERT_DATABASE_OWNER_URL), one for the program."


def check_database(organisation: Organisation) -> list[Finding]:
    """All checks over one connection of the app role."""
    try:
        with psycopg.connect(**{"connect_timeout": 5, **organisation.database}, autocommit=True) as connection:
            return [_version(connection), *_rights(connection), _clock(connection)]
    except psycopg.Error as error:
        mend = "Check KUNDENWERT_DATABASE_URL, or start again: kundenwert serve"
        return [problem("PostgreSQL", " ".join(str(error).split()), mend)]


def _version(connection: psycopg.Connection[Any]) -> Finding:
    major = connection.info.server_version // 10000
    if major < OLDEST:
        return problem("PostgreSQL", f"version {major}", f"Upgrade to PostgreSQL {OLDEST} or newer.")
    return ok("PostgreSQL", f"answers, version {major}")


def _rights(connection: psycopg.Connection[Any]) -> list[Finding]:
    row = connection.execute(RIGHTS).fetchone()
    if row is None:
        return [problem("Roles", "The role of the program is unknown to the server.", OWN_ROLES)]
    superuser, powers, creates, audit = row
    findings = []
    if superuser or powers:
        findings.append(problem("Roles", "The program's role has rights over the whole server.", OWN_ROLES))
    elif creates:
        findings.append(warning("Roles", "The program's role may change tables.", OWN_ROLES))
    else:
        findings.append(ok("Roles", "the program's role may read and write rows, nothing else"))
    if audit:
        findings.append(warning("Audit", "The program's role may change the audit log.", OWN_ROLES))
    elif audit is None:
        findings.append(problem("Audit", "There is no audit log yet.", GRANT_AGAIN))
    else:
        findings.append(ok("Audit", "can only be added to"))
    return findings


def _clock(connection: psycopg.Connection[Any]) -> Finding:
    row = connection.execute("SELECT clock_timestamp()").fetchone()
    apart = abs((datetime.now(UTC) - row[0]).total_seconds()) if row else 0.0
    if apart > CLOCK_SECONDS:
        return problem(
            "Clock",
            f"This machine and the database differ by {apart:.0f} s.",
            "Switch time synchronisation on.",
        )
    return ok("Clock", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, as the database's")


def check_migrations(organisation: Organisation) -> Finding:
    """Database and program fit."""
    from kundenwert.foundation.database.errors import DatabaseMisfit
    from kundenwert.foundation.database.migrate import require_fit

    try:
        require_fit(organisation)
    except DatabaseMisfit as error:
        return problem("Migrations", str(error), GRANT_AGAIN if "older" in str(error) else "Install the newer version.")
    return ok("Migrations", "database and program fit")


def check_worker(organisation: Organisation) -> Finding:
    """A worker has given a sign of life."""
    from django.db import DatabaseError, connection

    from kundenwert.foundation.tenancy import organisation_scope
    from kundenwert.foundation.web.healthz import worker_alive

    with organisation_scope(organisation):
        try:
            alive = worker_alive()
        except DatabaseError:
            alive = False
        finally:
            connection.close()
    if alive:
        return ok("Worker", "runs")
    return warning("Worker", "No worker runs: mails and imports wait.", "Run: kundenwert serve (or kundenwert worker)")
