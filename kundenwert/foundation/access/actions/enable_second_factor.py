"""Switch the second factor on."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from ...audit.write import write_audit
from ..models import User, UserSession
from ..second_factor import has_second_factor, renew_recovery_codes
from .errors import Refused
from .pass_second_factor import bare_code
from .people import SUBJECT


@transaction.atomic
def enable_second_factor(*, key: str, code: str, session_key: str, actor: User) -> tuple[TOTPDevice, list[str]]:
    """Keep a secret (hex) once a code proves that the telephone has it; returns the device and the recovery codes.

    Ends all other sessions: they have never shown a code. Raises `Refused` for a wrong code, and where there is a
    second factor already.
    """
    User.objects.select_for_update().get(pk=actor.pk)
    if has_second_factor(actor):
        raise Refused(_("The second factor is switched on already."))
    device = TOTPDevice(user=actor, name="totp", key=key, confirmed=True)
    if not device.verify_token(bare_code(code)):
        raise Refused(code=_("This code is not right. Is the clock of your telephone right?"))
    codes = renew_recovery_codes(actor)
    UserSession.objects.filter(user=actor).exclude(pk=session_key).delete()
    write_audit(
        actor=actor, action=f"{SUBJECT}.second_factor_enabled", subject=SUBJECT, object_id=actor.pk, title=actor.name
    )
    return device, codes
