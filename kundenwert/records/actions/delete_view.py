"""Delete a saved view."""

from __future__ import annotations

from django.db import transaction

from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.write import write_audit

from ..models import SavedView
from .save_view import SUBJECT


@transaction.atomic
def delete_view(view: SavedView, *, actor: User) -> None:
    """Remove the view; the audit keeps what it showed."""
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.deleted",
        subject=SUBJECT,
        object_id=view.pk,
        title=view.name,
        before={"query": view.query, "is_shared": view.is_shared},
    )
    view.delete()
