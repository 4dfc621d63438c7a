"""Ask for a new password."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from ...audit.models import AuditEntry
from ...audit.write import write_audit
from ...events import publish
from ..events import PasswordResetRequested
from ..models import User
from ..queries.known_origin import known_origin
from .people import SUBJECT

ACTION = f"{SUBJECT}.password_reset_requested"
AT_MOST = 3
WITHIN = timedelta(minutes=15)


@transaction.atomic
def request_password_reset(*, email: str, origin: str, actor: User | None) -> None:
    """Have the link mailed, if the address is an active colleague's; nothing tells the asker which.

    At most three mails in a quarter of an hour, so that nobody can fill a colleague's mailbox.
    """
    user = User.objects.select_for_update().filter(email__iexact=email.strip(), is_active=True).first()
    if user is None or _asked_often(user):
        return
    write_audit(actor=actor, action=ACTION, subject=SUBJECT, object_id=user.pk, title=user.name)
    publish(PasswordResetRequested(user_id=user.pk, origin=known_origin(user, origin)))


def _asked_often(user: User) -> bool:
    asked = AuditEntry.objects.filter(subject=SUBJECT, object_id=user.pk, action=ACTION, at__gt=timezone.now() - WITHIN)
    return asked.count() >= AT_MOST
