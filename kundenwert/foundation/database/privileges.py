"""What the app role may do with the tables: read and write rows; with the audit, add and read only."""

from __future__ import annotations

from django.db import connection
from psycopg import sql

APPEND_ONLY = ("audit_auditentry",)
READ_ONLY = ("django_migrations",)


def grant_app_role(role: str) -> None:
    """Set the app role's rights on everything that stands there now. Runs as owner, after each migration."""
    name = sql.Identifier(role)
    statements = [
        sql.SQL("GRANT USAGE ON SCHEMA public TO {}").format(name),
        sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}").format(name),
        sql.SQL("GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA public TO {}").format(name),
        *_maintain(name),
        *(_revoke("UPDATE, DELETE, TRUNCATE", table, name) for table in APPEND_ONLY),
        *(_revoke("INSERT, UPDATE, DELETE, TRUNCATE", table, name) for table in READ_ONLY),
    ]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _maintain(role: sql.Identifier) -> list[sql.Composed]:
    """ANALYZE after imports; PostgreSQL 16 has no such right, there autovacuum does it a minute later."""
    if connection.pg_version < 170_000:  # type: ignore[attr-defined]
        return []
    return [sql.SQL("GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO {}").format(role)]


def _revoke(rights: str, table: str, role: sql.Identifier) -> sql.Composed:
    return sql.SQL("REVOKE {} ON {} FROM {}").format(sql.SQL(rights), sql.Identifier(table), role)
