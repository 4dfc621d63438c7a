"""What can be wrong with a change to a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class InvalidRecord(ValueError):
    """Values that cannot be stored: field name → message for the user; "" for the record as a whole."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__("; ".join(errors.values()))
        self.errors = dict(errors)


class Conflict(ValueError):
    """Somebody else has changed the field meanwhile. Nothing was written."""

    def __init__(self, field: str, theirs: Any) -> None:
        super().__init__(field)
        self.field = field
        self.theirs = theirs


class CannotUndo(ValueError):
    """The record has been changed since; the message says so to the user."""
