"""The second factor: a time-based code (RFC 6238) from a telephone, and recovery codes for when it is lost."""

from __future__ import annotations

import base64
from urllib.parse import quote

import segno
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from .models import User

RECOVERY_CODES = 10


def has_second_factor(user: User) -> bool:
    """Whether the user must show a code at sign-in."""
    return bool(TOTPDevice.objects.filter(user=user, confirmed=True).exists())


def recovery_codes_left(user: User) -> int:
    """How many recovery codes the user has not used yet."""
    return int(StaticToken.objects.filter(device__user=user).count())


def provisioning_address(user: User, hex_key: str, issuer: str) -> str:
    """The `otpauth:` address an authenticator app reads (Google Authenticator's Key Uri Format)."""
    label = f"{quote(issuer.replace(':', ''))}:{quote(user.email)}"
    return f"otpauth://totp/{label}?secret={typed_secret(hex_key)}&issuer={quote(issuer)}&digits=6&period=30"


def typed_secret(hex_key: str) -> str:
    """The secret as apps want it typed: base32 without padding."""
    return base64.b32encode(bytes.fromhex(hex_key)).decode().rstrip("=")


def qr_code(text: str) -> str:
    """A QR code as a `data:` address of an SVG image, black on white in both themes so that cameras read it."""
    return str(segno.make(text, error="m").svg_data_uri(scale=4, border=3, dark="#000", light="#fff"))


def renew_recovery_codes(user: User) -> list[str]:
    """Replace the recovery codes; returns the new ones, the only time they can be read. Within a transaction."""
    StaticDevice.objects.filter(user=user).delete()
    device = StaticDevice.objects.create(user=user, name="recovery", confirmed=True)
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in codes)
    return [f"{code[:4]}-{code[4:]}" for code in codes]
