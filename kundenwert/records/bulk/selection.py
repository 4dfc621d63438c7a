"""Which records somebody has chosen: some of a list, or all that it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from kundenwert.foundation.access.grants import grants
from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.models.role import Verb

from ..access import visible
from ..models import BulkRun
from ..queries.list_page import list_records
from ..queries.list_state import ListState
from ..record_type import RecordType


@dataclass(frozen=True)
class Selection:
    """Records of one type."""

    record_type: RecordType
    ids: frozenset[int] = frozenset()
    state: ListState | None = None
    """All records of this list; then `ids` says nothing."""

    def records(self, user: User, verb: Verb | str) -> QuerySet[Any]:
        """Those with which the user may do this."""
        allowed = visible(user, self.record_type, verb)
        if self.state is None:
            return allowed.filter(pk__in=self.ids)
        listed: QuerySet[Any] = list_records(user, self.record_type, self.state)
        held = grants(user)
        if held.scope(self.record_type.key, verb) == held.scope(self.record_type.key, Verb.SEE):
            return listed
        return listed.filter(pk__in=allowed.values("pk"))


def keep_selection(run: BulkRun, records: QuerySet[Any]) -> int:
    """Note the records as waiting for the run, in one statement; what fits the list later is not among them."""
    inner, parameters = records.order_by("pk").values_list("pk").query.sql_with_params()
    statement = (
        "INSERT INTO records_bulkchange (run_id, object_id, state) "  # noqa: S608  made by Django, with parameters
        f"SELECT %s, chosen.id, 'waiting' FROM ({inner}) AS chosen (id)"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [run.pk, *parameters])
        return int(cursor.rowcount)
