"""New records as COPY takes them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..record_type import RecordType
from .attributes import ENGINE, record_defaults
from .copy import encoded


class CopyCells:
    """The columns of a record type that a file or its rules fill, encoded for COPY.

    Most columns of most rows hold their default, which is encoded once.
    """

    def __init__(self, record_type: RecordType) -> None:
        self.record_type = record_type
        defaults = record_defaults(record_type)
        fields = [field for field in record_type.model._meta.concrete_fields if field.name not in ENGINE]
        self.columns = [str(field.column) for field in fields]
        self.usual = [(field.attname, defaults[field.attname], encoded(defaults[field.attname])) for field in fields]

    def of(self, values: Mapping[str, Any]) -> str:
        """The cells of one row, divided by tabs, in the order of `columns`."""
        return "\t".join(
            [text if (value := values[name]) is default else encoded(value) for name, default, text in self.usual]
        )
