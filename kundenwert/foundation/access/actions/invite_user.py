"""Send an invitation again."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ...audit.write import write_audit
from ...events import publish
from ..events import UserInvited
from ..models import User
from .errors import Refused
from .people import SUBJECT


@transaction.atomic
def invite_user(*, user: User, origin: str, actor: User | None) -> None:
    """Mail the link for the first password once more. Raises `Refused` for who has one, or has no access."""
    if user.has_usable_password() or not user.is_active:
        raise Refused(_("%(name)s needs no invitation.") % {"name": user.name})
    write_audit(actor=actor, action=f"{SUBJECT}.invited", subject=SUBJECT, object_id=user.pk, title=user.name)
    publish(UserInvited(user_id=user.pk, origin=origin))
