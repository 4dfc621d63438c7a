"""Deactivate a user."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ...audit.write import write_audit
from ..models import User, UserSession
from .administrators import lock_administrators, require_administrator
from .errors import Refused
from .people import SUBJECT


@transaction.atomic
def deactivate_user(*, user: User, actor: User | None) -> User:
    """Take the access away and end all sessions. Raises `Refused` for oneself and for the last administrator."""
    if actor is not None and user.pk == actor.pk:
        raise Refused(_("You cannot deactivate yourself."))
    lock_administrators()
    user = User.objects.select_for_update().get(pk=user.pk)
    user.is_active = False
    user.save(update_fields=["is_active"])
    require_administrator()
    ended = UserSession.objects.filter(user=user).count()
    UserSession.objects.filter(user=user).delete()
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.deactivated",
        subject=SUBJECT,
        object_id=user.pk,
        title=user.name,
        before={"is_active": True},
        after={"is_active": False},
        details={"ended_sessions": ended},
    )
    return user
