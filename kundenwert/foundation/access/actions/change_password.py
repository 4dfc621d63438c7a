"""Change one's own password."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ...audit.write import write_audit
from ..models import User, UserSession
from .errors import Refused
from .people import SUBJECT, checked_password


@transaction.atomic
def change_password(*, password: str, new_password: str, session_key: str, actor: User) -> User:
    """Set a new password and end all other sessions than `session_key`.

    Raises `Refused` where the old password is wrong or the new one weak.
    """
    user = User.objects.select_for_update().get(pk=actor.pk)
    if not user.check_password(password):
        raise Refused(password=_("This is not your password."))
    user.set_password(checked_password(new_password, user, "new_password"))
    user.save(update_fields=["password"])
    UserSession.objects.filter(user=user).exclude(pk=session_key).delete()
    write_audit(actor=actor, action=f"{SUBJECT}.password_changed", subject=SUBJECT, object_id=user.pk, title=user.name)
    return user
