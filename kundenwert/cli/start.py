"""Starting what a command needs: data directory, database, Django."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kundenwert.foundation.tenancy import Organisation


def current_data_dir() -> Path:
    """The data directory in force, made if it is not there."""
    from kundenwert.foundation.database.data_dir import data_dir, ensure_data_dir

    return ensure_data_dir(data_dir())


def start() -> Organisation:
    """Database (started or joined), Django, organisation. Raises `DatabaseUnavailable`."""
    from kundenwert.project.boot import boot

    return boot()


def start_fitting() -> Organisation:
    """As `start`; a new database is set up, one that does not fit the program is refused (`DatabaseMisfit`)."""
    organisation = start()
    from kundenwert.foundation.database.migrate import check_fit, migrate, require_fit

    if check_fit(organisation).is_fresh:
        migrate(organisation)
    require_fit(organisation)
    return organisation
