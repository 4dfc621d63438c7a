"""Whether other records need a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.db import models
from django.db.models import Model

from ..models import Record


def in_use(model: type[Model], record_ids: Sequence[int]) -> set[int]:
    """Those of the records to which a live record of any type points: an order to its customer."""
    found: set[int] = set()
    for field in _pointing_fields(model):
        rows = field.model._base_manager.filter(**{f"{field.name}_id__in": list(record_ids), "deleted_at": None})
        found |= set(rows.values_list(f"{field.name}_id", flat=True))
    return found


def _pointing_fields(model: type[Model]) -> Iterator[models.ForeignKey[Any, Any]]:
    for relation in model._meta.get_fields(include_hidden=True):
        field = getattr(relation, "remote_field", None)
        if relation.auto_created and isinstance(field, models.ForeignKey) and issubclass(field.model, Record):
            yield field
