"""The records of a list as a file takes them: all of them, in the order of the list."""

from __future__ import annotations

from typing import Any

from django.db.models import F, OrderBy, QuerySet

from kundenwert.foundation.access.grants import grants
from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.models.role import Verb

from ..access import visible
from ..record_type import RecordType
from .list_page import list_records
from .list_state import ListState


def export_rows(user: User, record_type: RecordType, state: ListState) -> QuerySet[Any]:
    """The records of a list that the user may see and export, sorted."""
    records: QuerySet[Any] = list_records(user, record_type, state)
    held = grants(user)
    if held.scope(record_type.key, Verb.EXPORT) != held.scope(record_type.key, Verb.SEE):
        records = records.filter(pk__in=visible(user, record_type, Verb.EXPORT).values("pk"))
    if not state.sort:
        return records.order_by("-id" if state.words else "id")
    order = OrderBy(F("_sort"), descending=state.descending, nulls_last=True)
    records = records.annotate(_sort=record_type.field(state.sort_name).sort_expression)
    return records.order_by(order, "-id" if state.descending else "id")
