"""Adding a colleague through the access module."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .errors import NotDone

if TYPE_CHECKING:
    from kundenwert.foundation.access.models import Role
    from kundenwert.foundation.tenancy import Organisation


def add_user(
    organisation: Organisation, *, email: str, first_name: str, last_name: str, roles: list[str], password: str
) -> int:
    """Create the user with the named roles; returns the id. Raises `NotDone` in the user's words."""
    from kundenwert.foundation.access.actions.create_user import create_user
    from kundenwert.foundation.access.actions.errors import Refused
    from kundenwert.foundation.tenancy import organisation_scope

    if not password:
        raise NotDone("The password is empty.")
    with organisation_scope(organisation):
        try:
            user = create_user(
                actor=None,
                email=email,
                first_name=first_name,
                last_name=last_name,
                roles=_roles(roles),
                password=password,
            )
        except Refused as error:
            raise NotDone(str(error)) from error
        return int(user.pk)


def _roles(names: list[str]) -> list[Role]:
    from kundenwert.foundation.access.models import Role

    known = {role.name.casefold(): role for role in Role.objects.all()}
    missing = [name for name in names if name.casefold() not in known]
    if missing:
        listed = ", ".join(role.name for role in known.values()) or "none yet"
        raise NotDone(f"There is no role {', '.join(missing)}. Roles: {listed}.")
    return [known[name.casefold()] for name in names]
