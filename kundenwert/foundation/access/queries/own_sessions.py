"""Answers: where a colleague is signed in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from django.utils import timezone

from ..device_words import device_words, is_handheld
from ..models import User, UserSession


@dataclass(frozen=True)
class SignedIn:
    """A session as its owner sees it."""

    session: UserSession
    handle: str
    """Names the session in a form; the key itself would be as good as the password."""
    device: str
    icon: str
    is_current: bool


def own_sessions(user: User, current_key: str) -> list[SignedIn]:
    """The sessions of a user that have not expired: this one first, then the latest seen."""
    found = UserSession.objects.filter(user=user, expire_date__gt=timezone.now()).order_by("-seen_at")
    sessions = [_signed_in(session, current_key) for session in found]
    return sorted(sessions, key=lambda one: not one.is_current)


def own_session(user: User, handle: str) -> UserSession | None:
    """The session of a user with a handle, None where it has ended."""
    found = UserSession.objects.filter(user=user)
    return next((session for session in found if _handle(session) == handle), None)


def _signed_in(session: UserSession, current_key: str) -> SignedIn:
    icon = "smartphone" if is_handheld(session.user_agent) else "monitor"
    device = device_words(session.user_agent)
    return SignedIn(session, _handle(session), device, icon, session.session_key == current_key)


def _handle(session: UserSession) -> str:
    return hashlib.sha256(session.session_key.encode()).hexdigest()[:24]
