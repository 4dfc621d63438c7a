"""Background jobs of the access module."""

from __future__ import annotations

from procrastinate.contrib.django import app

from ..jobs import job
from .models import User


@job(name="access.send_password_reset")
def send_password_reset(user_id: int, origin: str) -> None:
    """Mail the link for a new password."""
    from .mail import mail_password_reset

    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user:
        mail_password_reset(user, origin)


@job(name="access.send_invitation")
def send_invitation(user_id: int, origin: str) -> None:
    """Mail the link for the first password, unless the colleague has one by now."""
    from .mail import mail_invitation

    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user and not user.has_usable_password():
        mail_invitation(user, origin)


@app.periodic(cron="17 3 * * *", periodic_id="nightly")
@job(name="access.clean_sessions")
def clean_sessions(timestamp: int) -> None:
    """Every night: forget sessions that have expired and old sign-in attempts. `timestamp` is when it was due."""
    from .actions.clean_sessions import clean_sessions as clean

    clean(actor=None)
