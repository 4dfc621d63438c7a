"""What permissions are about: the keys of record types, registered by whoever declares them."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise

_subjects: dict[str, str | Promise] = {}


def register_subject(key: str, label: str | Promise) -> None:
    """Make a record type such as `customers.customer` something that roles can grant; again: the newer label counts."""
    _subjects[key] = label


def unregister_subject(key: str) -> None:
    """Take a subject out again (a plugin that is switched off); what roles grant on it stays and does nothing."""
    _subjects.pop(key, None)


def subjects() -> Mapping[str, str | Promise]:
    """All subjects in order of registration: key → label."""
    return dict(_subjects)
