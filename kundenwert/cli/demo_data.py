"""Loading the demo company once."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from .errors import NotDone
from .serve import prepare
from .start import current_data_dir

if TYPE_CHECKING:
    from kundenwert.foundation.tenancy import Organisation


def ensure_demo(customers: int) -> list[str]:
    """Load the demo company where it is not there yet (in one transaction: a load that was cut off left nothing).

    Returns the lines that say who may sign in. Raises `NotDone` where the data directory holds an organisation that
    is no demo.
    """
    from kundenwert.foundation.tenancy import organisation_scope

    organisation = prepare()
    with organisation_scope(organisation):
        try:
            if not _is_demo():
                _refuse_real_data(organisation)
                _load(customers)
            return _sign_in_lines()
        finally:
            _close()


def _is_demo() -> bool:
    from kundenwert.foundation.organisation.models import OrganisationProfile

    return OrganisationProfile.objects.filter(is_demo=True).exists()


def _refuse_real_data(organisation: Organisation) -> None:
    from .backups.restore_backup import is_empty

    if not is_empty(organisation):
        raise NotDone(f"{current_data_dir()} holds an organisation already: choose another --data-dir for the demo.")


def _load(customers: int) -> None:
    from kundenwert.demo.load import load_demo

    load_demo(customers, progress=_show_progress)


def _show_progress(news: str) -> None:
    print(f"demo: {news}", file=sys.stderr, flush=True)  # noqa: T201  the command's own output


def _sign_in_lines() -> list[str]:
    """One line for each role: the administrators first."""
    from kundenwert.demo.load import PASSWORD
    from kundenwert.foundation.access.models import User

    users = User.objects.filter(is_active=True).order_by("-roles__is_administrator", "pk").prefetch_related("roles")
    shown: dict[str, str] = {}
    for user in users:
        roles = ", ".join(role.name for role in user.roles.all())
        shown.setdefault(roles, f"Sign in: {user.email}  Password: {PASSWORD}  ({roles})")
    return list(shown.values())


def _close() -> None:
    from django.db import connection

    connection.close()
