"""Sign in."""

from __future__ import annotations

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest

from ...audit.write import write_audit
from ...web.client_address import client_address
from ..device_words import device_words
from ..models import User
from ..session_store import DEVICE_KEY
from .people import SUBJECT

BACKEND = "kundenwert.foundation.access.backend.PasswordBackend"


@transaction.atomic
def sign_in(*, request: HttpRequest, origin: str, actor: User) -> None:
    """Give the browser a new session of the actor, who has shown the password.

    The audit entry notes device and origin (links in mails lead to origins that were used), no address: the log
    is kept for ever.
    """
    login(request, actor, backend=BACKEND)
    agent = request.headers.get("User-Agent", "")[:300]
    request.session[DEVICE_KEY] = {"ip": client_address(request), "agent": agent}
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.signed_in",
        subject=SUBJECT,
        object_id=actor.pk,
        title=actor.name,
        details={"origin": origin, "device": device_words(agent)},
    )
