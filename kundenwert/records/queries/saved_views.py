"""The saved views of a list that a user sees."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from kundenwert.foundation.access.models import User
from kundenwert.foundation.database.fixed_query import FixedQuery

from ..models import SavedView
from ..record_type import RecordType


def saved_views(user: User, record_type: RecordType | None = None) -> list[SavedView]:
    """Own and shared views, of one record type or of all."""
    return _VIEWS(user.pk, *([record_type.key] if record_type else []))


def _views(owner: int, record_type: str = "") -> QuerySet[SavedView]:
    found = SavedView.objects.filter(Q(owner_id=owner) | Q(is_shared=True))
    return found.filter(record_type=record_type) if record_type else found


_VIEWS: FixedQuery[SavedView] = FixedQuery(_views)
