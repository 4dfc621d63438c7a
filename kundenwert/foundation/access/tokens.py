"""Links that stand for a colleague: signed, dated, and void as soon as they have been used."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.utils.crypto import constant_time_compare, salted_hmac

from .models import User

DAY = 86_400


@dataclass(frozen=True)
class Purpose:
    """What a link is for; a link for one purpose is none for another."""

    key: str
    seconds: int


RESET = Purpose("reset", settings.PASSWORD_RESET_TIMEOUT)
INVITATION = Purpose("invitation", 7 * DAY)


def make_token(user: User, purpose: Purpose) -> str:
    """A token for a link, made of what changes with its use: password, last sign-in, address."""
    return signing.dumps([user.pk, _fingerprint(user, purpose)], salt=_salt(purpose))


def user_of_token(token: str) -> User | None:
    """The active colleague a token stands for; None where it is forged, used, too old or of another organisation."""
    return next(filter(None, (_user_of(token, purpose) for purpose in (RESET, INVITATION))), None)


def _user_of(token: str, purpose: Purpose) -> User | None:
    try:
        user_id, fingerprint = signing.loads(token, salt=_salt(purpose), max_age=purpose.seconds)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    user = User.objects.filter(pk=user_id, is_active=True).first()
    return user if user and constant_time_compare(fingerprint, _fingerprint(user, purpose)) else None


def _salt(purpose: Purpose) -> str:
    return f"kundenwert.access.{purpose.key}"


def _fingerprint(user: User, purpose: Purpose) -> str:
    signed_in = user.last_login.timestamp() if user.last_login else ""
    return salted_hmac(
        _salt(purpose), f"{user.pk}|{user.password}|{signed_in}|{user.email}", algorithm="sha256"
    ).hexdigest()
