"""Create a user."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from ...audit.write import write_audit
from ...events import publish
from ..events import UserInvited
from ..models import Role, Team, User
from .people import SUBJECT, checked_email, checked_name, checked_password, checked_roles, person


@transaction.atomic
def create_user(
    *,
    email: str,
    first_name: str,
    last_name: str,
    roles: Iterable[Role],
    actor: User | None,
    password: str | None = None,
    teams: Iterable[Team] = (),
    language: str = "",
    origin: str = "",
) -> User:
    """Create a colleague's account. Without a password, and with an `origin` for the link, an invitation is mailed.

    Raises `Refused` for an address that is none or taken, empty names, no role, a weak password.
    """
    user = User(
        email=checked_email(email),
        first_name=checked_name(first_name, "first_name"),
        last_name=checked_name(last_name, "last_name"),
        language=language,
    )
    chosen = checked_roles(roles)
    if password:
        user.set_password(checked_password(password, user))
    else:
        user.set_unusable_password()
    user.save()
    user.roles.set(chosen)
    user.teams.set(teams)
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.created",
        subject=SUBJECT,
        object_id=user.pk,
        title=user.name,
        after=person(user),
    )
    if not password and origin:
        publish(UserInvited(user_id=user.pk, origin=origin))
    return user
