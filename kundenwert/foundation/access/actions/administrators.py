"""The organisation never loses its last administrator."""

from __future__ import annotations

from django.db import connection
from django.utils.translation import gettext as _

from ..models import User
from .errors import Refused

LOCK = 0x4B57_0002
"""Advisory lock: of two administrators who take each other's role away at once, the second is refused."""


def lock_administrators() -> None:
    """Let nobody else change who is administrator until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def require_administrator() -> None:
    """Raises `Refused` where no active administrator would be left; called after the change, which then rolls back."""
    if not User.objects.filter(is_active=True, roles__is_administrator=True).exists():
        raise Refused(_("This is the last active administrator. Please give somebody else the role first."))
