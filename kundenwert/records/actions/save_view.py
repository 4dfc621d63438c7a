"""Save a view of a list."""

from __future__ import annotations

from django.db import transaction

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit

from ..models import SavedView
from ..queries.list_state import ListState
from ..record_type import RecordType

SUBJECT = "records.savedview"


@transaction.atomic
def save_view(
    record_type: RecordType,
    state: ListState,
    *,
    actor: User,
    name: str,
    is_shared: bool = False,
    view: SavedView | None = None,
) -> SavedView:
    """Keep the state of a list under a name: a new view, or `view` changed."""
    saved = view or SavedView(record_type=record_type.key, owner=actor)
    saved.name, saved.is_shared, saved.query = name[:80], is_shared, state.to_query()
    saved.save()
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.{'changed' if view else 'created'}",
        subject=SUBJECT,
        object_id=saved.pk,
        title=saved.name,
        after={"query": saved.query, "is_shared": is_shared},
    )
    return saved
