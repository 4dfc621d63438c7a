"""Switch the second factor off."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from ...audit.write import write_audit
from ..models import User
from .errors import Refused
from .people import SUBJECT


@transaction.atomic
def disable_second_factor(*, user: User, actor: User | None, password: str | None = None) -> None:
    """Remove secret and recovery codes: by oneself with the password, by an administrator for who lost the telephone.

    Raises `Refused` where the password is wrong.
    """
    by_oneself = actor is not None and actor.pk == user.pk
    if by_oneself and not user.check_password(password or ""):
        raise Refused(password=_("This is not your password."))
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
    write_audit(
        actor=actor, action=f"{SUBJECT}.second_factor_disabled", subject=SUBJECT, object_id=user.pk, title=user.name
    )
