"""Set a new password with a link from a mail."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ...audit.write import write_audit
from ..models import User, UserSession
from ..tokens import user_of_token
from .errors import Refused
from .people import SUBJECT, checked_password


@transaction.atomic
def reset_password(*, token: str, password: str, actor: User | None) -> User:
    """Set the password of whom the token stands for and end all their sessions.

    Raises `Refused` for a token that is void, and for a weak password. Of two uses at once the second is refused.
    """
    found = user_of_token(token)
    if found:
        User.objects.select_for_update().get(pk=found.pk)
        found = user_of_token(token)
    if found is None:
        raise Refused(_("This link has been used already or is too old. Please ask for a new one."))
    found.set_password(checked_password(password, found))
    found.save(update_fields=["password"])
    UserSession.objects.filter(user=found).delete()
    write_audit(
        actor=actor or found, action=f"{SUBJECT}.password_reset", subject=SUBJECT, object_id=found.pk, title=found.name
    )
    return found
