"""Whether other records need a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db.models import ForeignKey, Model

from ..registry import record_types


def in_use(model: type[Model], record_ids: Sequence[int]) -> set[int]:
    """Those of the records to which a live record of any type points: a customer with an order."""
    found: set[int] = set()
    for pointing, field in _pointing_fields(model):
        rows = pointing._base_manager.filter(**{f"{field.name}_id__in": list(record_ids), "deleted_at": None})
        found |= set(rows.values_list(f"{field.name}_id", flat=True))
    return found


def _pointing_fields(model: type[Model]) -> Iterator[tuple[type[Model], ForeignKey[Any, Any]]]:
    for record_type in record_types():
        for field in record_type.model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is model:
                yield record_type.model, field
