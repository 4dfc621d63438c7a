"""Starting the program in a process: database, Django, organisation."""

from __future__ import annotations

import atexit
import os
from urllib.parse import unquote, urlsplit

import django
import psycopg.conninfo

from kundenwert.foundation.database.data_dir import data_dir, ensure_data_dir
from kundenwert.foundation.database.embedded import EmbeddedPostgres
from kundenwert.foundation.database.set_up import LocalDatabase
from kundenwert.foundation.tenancy import Organisation, SingleOrganisation, configure

__all__ = ["boot", "organisation_from_environment", "set_up_django"]


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
    atexit.register(server.leave)
    return LocalDatabase(server).ensure()


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
    return organisation
