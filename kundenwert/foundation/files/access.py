"""Who may open a file: the module that owns the record it hangs on decides."""

from __future__ import annotations

from collections.abc import Callable

from ..access.models import User

_checks: dict[str, Callable[[User, int], bool]] = {}


def register_check(subject: str, check: Callable[[User, int], bool]) -> None:
    """State who may open the files of a record type: (user, record id) → bool; called in apps.py."""
    _checks[subject] = check


def may_open(user: User, subject: str, object_id: int | None) -> bool:
    """Whether the user may open a file of this record. A type without a check is closed."""
    check = _checks.get(subject)
    return check is not None and object_id is not None and check(user, object_id)
