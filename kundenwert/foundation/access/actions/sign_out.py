"""Sign out."""

from __future__ import annotations

from django.contrib.auth import logout
from django.db import transaction
from django.http import HttpRequest

from ...audit.write import write_audit
from ..models import User
from .people import SUBJECT


@transaction.atomic
def sign_out(*, request: HttpRequest, actor: User) -> None:
    """End the browser's session."""
    write_audit(actor=actor, action=f"{SUBJECT}.signed_out", subject=SUBJECT, object_id=actor.pk, title=actor.name)
    logout(request)
