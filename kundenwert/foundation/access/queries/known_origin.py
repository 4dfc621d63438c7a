"""Where links in a colleague's mails may lead."""

from __future__ import annotations

from ...audit.models import AuditEntry
from ..models import User

LOOK_BACK = 20


def known_origin(user: User, asked: str) -> str:
    """The origin that was asked for, if the colleague has signed in there; else where they last did.

    Anybody can ask for a new password with a Host header of their own; without this the mail would lead the colleague
    to a foreign host. Who has never signed in gets the origin that was asked for.
    """
    entries = AuditEntry.objects.filter(subject="access.user", object_id=user.pk, action="access.user.signed_in")
    used = [
        origin for origin in entries.order_by("-id").values_list("details__origin", flat=True)[:LOOK_BACK] if origin
    ]
    return asked if asked in used or not used else str(used[0])
