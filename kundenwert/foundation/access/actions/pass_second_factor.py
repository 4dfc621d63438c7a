"""Show the second factor at sign-in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django_otp.models import Device
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from ...audit.write import write_audit
from ..models import User
from ..second_factor import recovery_codes_left
from .errors import Refused
from .people import SUBJECT

TOTP_DIGITS = 6


def pass_second_factor(*, code: str, actor: User) -> Device:
    """Check a code of the telephone or a recovery code; returns the device it belongs to. Each code works once.

    Raises `Refused` for a wrong code, and while further tries must wait (twice as long after each wrong one).
    """
    with transaction.atomic():
        device = _device(actor, bare_code(code))
        until = _locked_until(device)
        passed = device is not None and until is None and device.verify_token(bare_code(code))
        if passed:
            _write(actor, device)
    if until:
        at = time_format(timezone.localtime(until), "H:i:s")
        raise Refused(code=_("Too many wrong codes. Please try again after %(time)s.") % {"time": at})
    if not passed or device is None:
        raise Refused(code=_("This code is not right, or it has been used already."))
    return device


def bare_code(code: str) -> str:
    """A code without the spaces and dashes people type: at most what a code can be long."""
    return "".join(character for character in code if character.isalnum() and character.isascii()).lower()[:16]


def _device(user: User, code: str) -> Device | None:
    """Digits are the telephone's, the rest recovery codes: a wrong one of a kind slows down that kind only."""
    model = TOTPDevice if code.isdigit() and len(code) == TOTP_DIGITS else StaticDevice
    return model.objects.select_for_update().filter(user=user, confirmed=True).first()


def _locked_until(device: Device | None) -> datetime | None:
    if device is None:
        return None
    allowed, why = device.verify_is_allowed()
    return None if allowed else why["locked_until"]


def _write(user: User, device: Device | None) -> None:
    recovery = isinstance(device, StaticDevice)
    write_audit(
        actor=user,
        action=f"{SUBJECT}.{'recovery_code_used' if recovery else 'second_factor_passed'}",
        subject=SUBJECT,
        object_id=user.pk,
        title=user.name,
        details={"codes_left": recovery_codes_left(user)} if recovery else {},
    )
