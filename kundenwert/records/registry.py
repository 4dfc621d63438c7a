"""All record types of the program."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model

from kundenwert.foundation.access.subjects import register_subject, unregister_subject

from .record_type import Extension, RecordType

T = TypeVar("T", bound=type[RecordType])

_types: dict[str, RecordType] = {}
_pending: dict[str, list[Extension]] = {}


def record_type(declaration: T) -> T:
    """Class decorator that registers a declaration."""
    made = declaration()
    _types[made.key] = made
    register_subject(made.key, made.model._meta.verbose_name_plural or made.key)
    for extension in _pending.pop(made.key, []):
        extend(extension)
    return declaration


def extend(extension: Extension) -> None:
    """Add fields and panels of an upper module to a record type; called in apps.py, in any order."""
    target = _types.get(extension.record_type)
    if target is None:
        _pending.setdefault(extension.record_type, []).append(extension)
        return
    target.extra_fields.extend(extension.fields)
    target.panels = sorted([*target.panels, *extension.panels], key=lambda panel: panel.order)


def unregister(key: str) -> None:
    """Take a record type out again (a plugin that is switched off)."""
    _types.pop(key, None)
    unregister_subject(key)


def record_types() -> list[RecordType]:
    """All record types in the order of the navigation."""
    return sorted(_types.values(), key=lambda found: found.nav_order)


def record_type_for(key: str) -> RecordType:
    """The record type of a key such as `customers.customer`. Raises KeyError."""
    return _types[key]


def record_type_of(record: Model) -> RecordType:
    """The record type of a record. Raises KeyError."""
    return _types[record._meta.label_lower]


def record_type_by_slug(slug: str) -> RecordType:
    """The record type of an address such as `customers`. Raises KeyError."""
    for found in _types.values():
        if found.slug == slug:
            return found
    raise KeyError(slug)
