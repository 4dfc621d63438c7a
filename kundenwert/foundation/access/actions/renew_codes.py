"""Make new recovery codes."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ...audit.write import write_audit
from ..models import User
from ..second_factor import has_second_factor, renew_recovery_codes
from .errors import Refused
from .people import SUBJECT


@transaction.atomic
def renew_codes(*, password: str, actor: User) -> list[str]:
    """Replace the actor's recovery codes; returns the new ones. Raises `Refused` where the password is wrong."""
    if not actor.check_password(password):
        raise Refused(password=_("This is not your password."))
    if not has_second_factor(actor):
        raise Refused(_("The second factor is switched off."))
    codes = renew_recovery_codes(actor)
    write_audit(
        actor=actor, action=f"{SUBJECT}.recovery_codes_renewed", subject=SUBJECT, object_id=actor.pk, title=actor.name
    )
    return codes
