"""The one-time code that proves, at the first sign-in, that one runs the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .start import current_data_dir

if TYPE_CHECKING:
    from kundenwert.foundation.tenancy import Organisation


def setup_code(organisation: Organisation) -> str | None:
    """The code while the organisation has no user, the same until it is used; then None, and the file is gone."""
    from kundenwert.foundation.access.setup_code import drop_setup_code, ensure_setup_code

    if _has_users(organisation):
        drop_setup_code(current_data_dir())
        return None
    return ensure_setup_code(current_data_dir())


def _has_users(organisation: Organisation) -> bool:
    from django.db import connection

    from kundenwert.foundation.access.models import User
    from kundenwert.foundation.tenancy import organisation_scope

    with organisation_scope(organisation):
        try:
            return User.objects.exists()
        finally:
            connection.close()
