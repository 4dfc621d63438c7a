"""Past and running imports, newest first, by keyset."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kundenwert.foundation.access.models import User

from ..imports.access import visible_runs
from ..models import ImportRun

PAGE_SIZE = 50


@dataclass(frozen=True)
class HistoryPage:
    """Some imports and the cursor of the next page; empty where it is the last."""

    runs: Sequence[ImportRun]
    next_cursor: str


def import_history(user: User, cursor: str = "") -> HistoryPage:
    """One page of the imports a user may look at. An unreadable cursor begins at the first page."""
    runs = visible_runs(user).defer("options", "shape", "details").order_by("-created_at", "-id")
    after = _parse(cursor)
    if after:
        runs = runs.filter(Q(created_at__lt=after[0]) | Q(created_at=after[0], id__lt=after[1]))
    found = list(runs[: PAGE_SIZE + 1])
    more = len(found) > PAGE_SIZE
    return HistoryPage(found[:PAGE_SIZE], _cursor(found[PAGE_SIZE - 1]) if more else "")


def _cursor(run: ImportRun) -> str:
    return base64.urlsafe_b64encode(f"{run.created_at.isoformat()} {run.pk}".encode()).decode()


def _parse(cursor: str) -> tuple[datetime, UUID] | None:
    try:
        moment, run_id = base64.urlsafe_b64decode(cursor.encode()).decode().split(" ")
        return datetime.fromisoformat(moment), UUID(run_id)
    except ValueError:
        return None
