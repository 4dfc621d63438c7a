"""Making, swapping and dropping whole databases, as the role that may."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import sql

from kundenwert.cli.errors import NotDone

if TYPE_CHECKING:
    from kundenwert.foundation.tenancy import Organisation

Connection = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True)
class Spare:
    """A new database beside the one in use; `organisation` works in it."""

    name: str
    organisation: Organisation


@contextmanager
def administration(organisation: Organisation) -> Iterator[Connection]:
    """A connection that may make databases: the embedded server's superuser, else the owner of the own one."""
    if os.environ.get("KUNDENWERT_DATABASE_URL", "").strip():
        parameters = {**organisation.owner, "dbname": "postgres"}
    else:
        from kundenwert.foundation.database.data_dir import data_dir
        from kundenwert.foundation.database.embedded import EmbeddedPostgres

        parameters = EmbeddedPostgres(data_dir()).parameters("postgres", "postgres")
    with psycopg.connect(**parameters, autocommit=True) as connection:
        yield connection


def name_of(organisation: Organisation) -> str:
    """The database's name."""
    return str(organisation.database.get("dbname") or organisation.key)


def make_spare(connection: Connection, organisation: Organisation) -> Spare:
    """An empty database with the same owner. Raises `NotDone` where the role may not make one."""
    name = f"{name_of(organisation)}_{secrets.token_hex(4)}"
    statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'")
    owner, user = str(organisation.owner["user"]), str(organisation.database["user"])
    try:
        connection.execute(statement.format(sql.Identifier(name), sql.Identifier(owner)))
    except psycopg.errors.InsufficientPrivilege as error:
        raise NotDone(
            f"The role {owner} may not make a database: grant it CREATEDB for the time of the restore."
        ) from error
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(sql.Identifier(name)))
    grant = sql.SQL("GRANT CONNECT, TEMPORARY ON DATABASE {} TO {}")
    connection.execute(grant.format(sql.Identifier(name), sql.Identifier(user)))
    made = replace(
        organisation,
        key=name,
        database={**organisation.database, "dbname": name},
        owner={**organisation.owner, "dbname": name},
    )
    return Spare(name, made)


def drop(connection: Connection, name: str) -> None:
    """Drop a database and whoever is connected to it."""
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def swap(connection: Connection, current: str, spare: str) -> str:
    """Put the spare in the place of the current database, both renames in one transaction.

    Returns the name under which the old one stands now. Raises `NotDone` where others stay connected.
    """
    old = f"{current}_old_{secrets.token_hex(4)}"
    for _attempt in range(20):
        try:
            with connection.transaction():
                for name in (current, spare):
                    _disconnect_others(connection, name)
                _rename(connection, current, old)
                _rename(connection, spare, current)
        except psycopg.errors.ObjectInUse:
            continue
        return old
    raise NotDone("Others stay connected to the database: stop Kundenwert, then restore again.")


def _disconnect_others(connection: Connection, name: str) -> None:
    connection.execute(
        "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()",
        [name],
    )


def _rename(connection: Connection, name: str, new: str) -> None:
    connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(name), sql.Identifier(new)))
