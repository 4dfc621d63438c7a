"""The saved views of a list that a user sees."""

from __future__ import annotations

from django.db.models import Q

from kundenwert.foundation.access.models import User

from ..models import SavedView
from ..record_type import RecordType


def saved_views(user: User, record_type: RecordType | None = None) -> list[SavedView]:
    """Own and shared views, of one record type or of all."""
    found = SavedView.objects.filter(Q(owner=user) | Q(is_shared=True))
    return list(found.filter(record_type=record_type.key) if record_type else found)
