"""Forget what sign-ins leave behind."""

from __future__ import annotations

from datetime import timedelta

from axes.models import AccessAttempt, AccessLog
from django.db import transaction
from django.utils import timezone

from ...audit.write import write_audit
from ..models import User, UserSession

KEEP_ATTEMPTS = timedelta(days=7)
KEEP_SIGN_INS = timedelta(days=90)


@transaction.atomic
def clean_sessions(*, actor: User | None) -> int:
    """Delete expired sessions, wrong sign-ins after a week, addresses of sign-ins after 90 days.

    Returns how many sessions were deleted.
    """
    now = timezone.now()
    ended, _by_model = UserSession.objects.filter(expire_date__lt=now).delete()
    AccessAttempt.objects.filter(attempt_time__lt=now - KEEP_ATTEMPTS).delete()
    AccessLog.objects.filter(attempt_time__lt=now - KEEP_SIGN_INS).delete()
    if ended:
        write_audit(
            actor=actor,
            action="access.usersession.cleaned",
            subject="access.usersession",
            details={"ended_sessions": ended},
        )
    return ended
