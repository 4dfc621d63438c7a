"""End one session."""

from __future__ import annotations

from django.db import transaction

from ...audit.write import write_audit
from ..device_words import device_words
from ..models import User, UserSession
from .people import SUBJECT


@transaction.atomic
def end_session(*, session: UserSession, actor: User) -> None:
    """Sign a browser of the actor's out."""
    device = device_words(session.user_agent)
    UserSession.objects.filter(pk=session.pk, user=actor).delete()
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.session_ended",
        subject=SUBJECT,
        object_id=actor.pk,
        title=actor.name,
        details={"device": device},
    )
