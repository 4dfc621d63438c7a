"""Starting the program in a process: database, Django, organisation."""

from __future__ import annotations

import atexit
import gc
import os
import threading
from urllib.parse import unquote, urlsplit

import django
import psycopg.conninfo

from kundenwert.foundation.database.data_dir import data_dir, ensure_data_dir
from kundenwert.foundation.database.embedded import EmbeddedPostgres
from kundenwert.foundation.database.set_up import LocalDatabase
from kundenwert.foundation.tenancy import Organisation, SingleOrganisation, configure

__all__ = ["boot", "collect_garbage_seldom", "leave_database", "organisation_from_environment", "set_up_django"]

_servers: list[EmbeddedPostgres] = []
_leaving = threading.Lock()


def set_up_django() -> None:
    """Load settings and apps; opens no database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kundenwert.project.settings")
    django.setup()


def organisation_from_environment() -> Organisation:
    """The organisation of this installation: `KUNDENWERT_DATABASE_URL`, else the embedded server, started if needed.

    Raises `DatabaseUnavailable` where the embedded server does not start.
    """
    url = os.environ.get("KUNDENWERT_DATABASE_URL", "").strip()
    if url:
        return _from_url(url, os.environ.get("KUNDENWERT_DATABASE_OWNER_URL", "").strip() or url)
    server = EmbeddedPostgres(ensure_data_dir(data_dir()))
    server.start()
    if not _servers:
        atexit.register(leave_database)
    _servers.append(server)
    return LocalDatabase(server).ensure()


def leave_database() -> None:
    """Leave the embedded server; the last process stops it. For whoever ends a process without Python's own end."""
    with _leaving:  # whoever comes second waits: a process that ends now would cut the other thread off half-way
        while _servers:
            _servers.pop().leave()


def _from_url(url: str, owner_url: str) -> Organisation:
    name = unquote(urlsplit(url).path.strip("/")) or "kundenwert"
    return Organisation(
        key=name,
        database=psycopg.conninfo.conninfo_to_dict(url),
        owner=psycopg.conninfo.conninfo_to_dict(owner_url),
        files=data_dir() / "files" / name,
    )


def boot() -> Organisation:
    """Everything a process needs before it works: Django, database, the directory of organisations."""
    set_up_django()
    organisation = organisation_from_environment()
    configure(SingleOrganisation(organisation))
    collect_garbage_seldom()
    return organisation


def collect_garbage_seldom() -> None:
    """Pages and imports make many short-lived objects: looking through the whole program each time is waste."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
