"""Which order a row belongs to, and which of its lines it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kundenwert.foundation.tabular.rows import Row
from kundenwert.records.fields import FieldError
from kundenwert.records.imports.cells import Column
from kundenwert.records.imports.reading import ReadRow


class Place(NamedTuple):
    """An order by its key, and a position in it; None: after the last."""

    key: str
    position: int | None


class Places:
    """The places of the rows of one batch. Without a key each row is an order of its own."""

    def __init__(self, columns: Sequence[Column], key: str) -> None:
        names = {column.field.name: column for column in columns}
        self.key_column = names.get(key)
        self.key = key
        self.are_counted = bool(key) and "position" not in names
        self.seen: dict[str, int] = {}
        """Rows of each order so far, rejected ones included: positions where the file states none."""
        self._of: dict[int, Place] = {}

    def of(self, row: Row) -> Place:
        """The place of a row of the running batch."""
        return self._of[row.number]

    def count(self, read: Sequence[ReadRow]) -> None:
        """Find the places of the next batch."""
        self._of = {entry.row.number: self._place(entry) for entry in read}

    def _place(self, entry: ReadRow) -> Place:
        if not self.key:
            return Place(f"#{entry.row.number}", 1)
        key = str(entry.values.get(self.key, "")) if entry.error is None else self._key_of_bad(entry.row)
        if not self.are_counted:
            return Place(key, entry.values.get("position"))
        if not key:
            return Place("", None)
        self.seen[key] = self.seen.get(key, 0) + 1
        return Place(key, self.seen[key])

    def _key_of_bad(self, row: Row) -> str:
        """The order of a row that is rejected because of another cell; "" where the row is no row at all."""
        if row.problem or self.key_column is None:
            return ""
        try:
            return str(self.key_column.read(row.cells[self.key_column.index]) or "")
        except FieldError:
            return ""
