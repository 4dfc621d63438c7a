"""End all other sessions."""

from __future__ import annotations

from django.db import transaction

from ...audit.write import write_audit
from ..models import User, UserSession
from .people import SUBJECT


@transaction.atomic
def end_other_sessions(*, session_key: str, actor: User) -> int:
    """Sign all browsers of the actor out but the one with `session_key`; returns how many."""
    others = UserSession.objects.filter(user=actor).exclude(pk=session_key)
    count = others.count()
    others.delete()
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.sessions_ended",
        subject=SUBJECT,
        object_id=actor.pk,
        title=actor.name,
        details={"ended_sessions": count},
    )
    return count
