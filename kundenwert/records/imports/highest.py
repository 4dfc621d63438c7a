"""The highest number in a column: a row without one must not be given that of a later row."""

from __future__ import annotations

from collections.abc import Sequence

from kundenwert.foundation.tabular.rows import cell_text
from kundenwert.foundation.tabular.source import Table

from .cells import Column

LARGEST = 10**12
"""Longer ones are no numbers that were counted up."""


def highest_number(table: Table, columns: Sequence[Column], field: str) -> int | None:
    """The highest number in the column of a field; None where it is not mapped, has none, or every row has one."""
    index = next((column.index for column in columns if column.field.name == field), None)
    if index is None:
        return None
    highest, has_gaps = 0, False
    for row in table.rows():
        text = "" if row.problem else cell_text(row.cells[index]).strip()
        has_gaps |= not text
        if text.isdecimal() and len(text) < 20:
            number = int(text)
            highest = number if highest < number < LARGEST else highest
    return highest if has_gaps and highest else None
