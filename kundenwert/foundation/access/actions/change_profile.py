"""Change one's own profile."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from ...audit.write import write_audit
from ..models import User
from .people import SUBJECT, checked_name, differences, one_line

OWN = ("first_name", "last_name", "position", "phone", "language", "theme")
"""What everybody may change about themselves."""


@transaction.atomic
def change_profile(*, values: Mapping[str, str], actor: User) -> User:
    """Change fields of the actor's own profile; other fields are ignored. Raises `Refused` for an empty name."""
    user = User.objects.select_for_update().get(pk=actor.pk)
    before = {field: getattr(user, field) for field in OWN}
    for field in OWN:
        if field in values:
            setattr(user, field, _checked(field, values[field]))
    user.save(update_fields=OWN)
    old, new = differences(before, {field: getattr(user, field) for field in OWN})
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


def _checked(field: str, value: str) -> str:
    return checked_name(value, field) if field.endswith("_name") else one_line(value)
