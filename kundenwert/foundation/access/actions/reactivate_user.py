"""Reactivate a user."""

from __future__ import annotations

from django.db import transaction

from ...audit.write import write_audit
from ..models import User
from .people import SUBJECT


@transaction.atomic
def reactivate_user(*, user: User, actor: User | None) -> User:
    """Give a deactivated colleague the access back, with the roles and the password of before."""
    user = User.objects.select_for_update().get(pk=user.pk)
    user.is_active = True
    user.save(update_fields=["is_active"])
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.reactivated",
        subject=SUBJECT,
        object_id=user.pk,
        title=user.name,
        before={"is_active": False},
        after={"is_active": True},
    )
    return user
