"""Change a user."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from ...audit.write import write_audit
from ..models import Role, Team, User
from .administrators import lock_administrators, require_administrator
from .people import SUBJECT, checked_email, checked_name, checked_roles, differences, person


@transaction.atomic
def change_user(
    *,
    user: User,
    email: str,
    first_name: str,
    last_name: str,
    roles: Iterable[Role],
    teams: Iterable[Team],
    actor: User | None,
) -> User:
    """Change name, address, roles, teams. Raises `Refused`, also where the last administrator would lose the role."""
    lock_administrators()
    user = User.objects.select_for_update().get(pk=user.pk)
    before = person(user)
    user.email = checked_email(email, user)
    user.first_name = checked_name(first_name, "first_name")
    user.last_name = checked_name(last_name, "last_name")
    user.save(update_fields=["email", "first_name", "last_name"])
    user.roles.set(checked_roles(roles))
    user.teams.set(teams)
    require_administrator()
    old, new = differences(before, person(user))
    if new:
        write_audit(
            actor=actor,
            action=f"{SUBJECT}.changed",
            subject=SUBJECT,
            object_id=user.pk,
            title=user.name,
            before=old,
            after=new,
        )
    return user
