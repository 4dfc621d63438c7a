"""Roles and databases of the embedded server, and the organisation they make."""

from __future__ import annotations

from dataclasses import dataclass

import psycopg
from psycopg import sql

from ..tenancy import Organisation
from .embedded import EmbeddedPostgres

OWNER = "kundenwert_owner"
APP = "kundenwert_app"


@dataclass(frozen=True)
class LocalDatabase:
    """A database of the embedded server."""

    server: EmbeddedPostgres
    name: str = "kundenwert"

    def ensure(self) -> Organisation:
        """Make roles and database where they are missing; returns the organisation that lives there."""
        # Alone: PostgreSQL refuses two changes of one role at once ("tuple concurrently updated").
        administrator = self.server.parameters("postgres", "postgres")
        with self.server.exclusively(), psycopg.connect(**administrator, autocommit=True) as connection:
            _ensure_role(connection, OWNER, self.server.secrets.owner_password)
            _ensure_role(connection, APP, self.server.secrets.app_password)
            _ensure_database(connection, self.name)
        return self.organisation()

    def organisation(self) -> Organisation:
        """The organisation of this database; nothing is made or checked."""
        return Organisation(
            key=self.name,
            database=self.server.parameters(self.name, APP),
            owner=self.server.parameters(self.name, OWNER),
            files=self.server.data_dir / "files" / self.name,
        )


def _ensure_role(connection: psycopg.Connection[tuple[object, ...]], name: str, password: str) -> None:
    known = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [name]).fetchone()
    verb = sql.SQL("ALTER" if known else "CREATE")
    rights = sql.SQL("LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS")
    statement = sql.SQL("{} ROLE {} {} PASSWORD {}")
    connection.execute(statement.format(verb, sql.Identifier(name), rights, sql.Literal(password)))


def _ensure_database(connection: psycopg.Connection[tuple[object, ...]], name: str) -> None:
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
        statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
        connection.execute(statement.format(sql.Identifier(name), sql.Identifier(OWNER)))
    # Nobody else may connect, nor make objects in it.
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
    connection.execute(
        sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}").format(sql.Identifier(name), sql.Identifier(APP))
    )
