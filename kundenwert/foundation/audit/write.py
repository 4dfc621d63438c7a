"""Writing to the audit log."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import connection

from ..access.models import User
from .models import AuditEntry


def write_audit(
    *,
    actor: User | None,
    action: str,
    subject: str,
    object_id: int | None = None,
    title: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
    details: Mapping[str, Any] | None = None,
    undoes: AuditEntry | None = None,
) -> AuditEntry:
    """Write the entry of one action. Must run in the action's transaction (RuntimeError otherwise): both or neither."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"audit of {action} outside the action's transaction")
    return AuditEntry.objects.create(
        actor=actor,
        action=action,
        subject=subject,
        object_id=object_id,
        title=title[:300],
        before=before,
        after=after,
        details=details or {},
        undoes=undoes,
    )
