"""The notation of the mapped columns that hold numbers and dates."""

from __future__ import annotations

from collections.abc import Mapping

from kundenwert.foundation.tabular.find_formats import FoundFormats, find_formats
from kundenwert.foundation.tabular.source import Table

from ..fields import DateField, DecimalField, Field


def mapped_formats(table: Table, mapping: Mapping[str, Field]) -> FoundFormats:
    """Formats of the columns (name → field) that are written in more than one way."""
    columns = table.shape.columns
    wanted = {
        name: columns.index(name) for name, field in mapping.items() if isinstance(field, DecimalField | DateField)
    }
    return find_formats(table, wanted)
