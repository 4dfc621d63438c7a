"""The columns a colleague chose for a list without saving a view: kept in the session."""

from __future__ import annotations

from collections.abc import Sequence

from kundenwert.foundation.access.requests import SignedInRequest

from ..record_type import RecordType


def remembered_columns(request: SignedInRequest, record_type: RecordType) -> list[str]:
    """The chosen columns, empty where none were chosen."""
    return list(request.session.get("columns", {}).get(record_type.slug, []))


def remember_columns(request: SignedInRequest, record_type: RecordType, columns: Sequence[str]) -> None:
    """Keep the columns for the next visits."""
    chosen = request.session.get("columns", {})
    request.session["columns"] = {**chosen, record_type.slug: list(columns)}
