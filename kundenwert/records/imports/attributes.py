"""What the columns of a record type ask of a new row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import models

from ..fields import Field
from ..record_type import RecordType

ENGINE = {"id", "created_at", "created_by", "updated_at", "version", "deleted_at"}
"""Columns that the record engine fills itself."""


def record_defaults(record_type: RecordType) -> dict[str, Any]:
    """Attribute → default of all columns that a new row needs."""
    fields = [field for field in record_type.model._meta.concrete_fields if field.name not in ENGINE]
    return {field.attname: _default(field) for field in fields}


def _default(field: models.Field[Any, Any]) -> Any:
    if field.has_default():
        return field.get_default()
    return None if field.null else ""


def required_fields(record_type: RecordType) -> list[Field]:
    """Fields that no record may be without."""
    return [field for field in record_type.own_fields.values() if field.required and field.editable]


def unique_attributes(record_type: RecordType) -> list[str]:
    """Attributes that no two live records share, such as a number."""
    constraints: Sequence[Any] = record_type.model._meta.constraints
    singles = [constraint.fields[0] for constraint in constraints if len(getattr(constraint, "fields", ())) == 1]
    return [name for name in singles if name in record_type.own_fields]
