"""Starting what a command needs: data directory, database, Django."""

from __future__ import annotations

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from .stale import forget_dead_postmaster

if TYPE_CHECKING:
    from kundenwert.foundation.tenancy import Organisation


def current_data_dir() -> Path:
    """The data directory in force, made if it is not there."""
    from kundenwert.foundation.database.data_dir import data_dir, ensure_data_dir

    return ensure_data_dir(data_dir())


@contextlib.contextmanager
def start_lock(folder: Path) -> Iterator[None]:
    """One process at a time sets up roles: PostgreSQL refuses two at once ("tuple concurrently updated")."""
    with (folder / "start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def start() -> Organisation:
    """Database (started or joined), Django, organisation. Raises `DatabaseUnavailable`."""
    folder = current_data_dir()
    from kundenwert.foundation.database.embedded import EmbeddedPostgres
    from kundenwert.project.boot import boot

    with start_lock(folder):
        server = EmbeddedPostgres(folder)
        forget_dead_postmaster(server.cluster, server.socket_dir)
        return boot()


def start_fitting() -> Organisation:
    """As `start`; a new database is set up, one that does not fit the program is refused (`DatabaseMisfit`)."""
    organisation = start()
    from kundenwert.foundation.database.migrate import check_fit, migrate, require_fit

    if check_fit(organisation).is_fresh:
        migrate(organisation)
    require_fit(organisation)
    return organisation
