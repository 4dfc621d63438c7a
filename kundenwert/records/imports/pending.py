"""A record as an import is about to write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kundenwert.foundation.tabular.rows import Row


@dataclass(frozen=True, slots=True)
class Guess:
    """What follows from a row if its record is new: worked out while the database is busy with the rows before."""

    values: Mapping[str, Any]
    derived: Mapping[str, Any]
    words: Sequence[str]
    cells: str
    """All columns of the new row as COPY takes them."""


@dataclass(slots=True, eq=False)
class Pending:
    """One record: the rows that speak of it, what they say, and what the database holds."""

    row: Row
    values: dict[str, Any]
    """Kept attribute → value from the file (for new records with defaults)."""
    stored: Mapping[str, Any] | None
    """The record in the database, None for a new one."""
    derived: dict[str, Any] = field(default_factory=dict)
    rejected: bool = False
    new_id: int | None = None
    more_rows: list[Row] = field(default_factory=list)
    guess: Guess | None = None
    words: Sequence[str] = ()
    """Words under which a new record is found."""
    cells: str = ""
    """As in `Guess`, where that came true; else encoded when it is written."""

    @property
    def rows(self) -> list[Row]:
        """All rows of the file that mean this record."""
        return [self.row, *self.more_rows]

    @property
    def is_new(self) -> bool:
        return self.stored is None

    @property
    def id(self) -> int | None:
        return self.new_id if self.stored is None else self.stored["id"]

    def merge(self, row: Row, values: Mapping[str, Any]) -> None:
        """A later row of the file says more about the same record: the last word counts."""
        self.more_rows.append(row)
        self.values.update(values)
        self.guess = None

    def complete(self) -> dict[str, Any]:
        """All values as they will be, but for the derived ones."""
        return {**self.stored, **self.values} if self.stored is not None else dict(self.values)

    def changes(self) -> dict[str, Any]:
        """Attribute → new value, where it differs from the stored one (derived ones included)."""
        stored = self.stored or {}
        wanted = {**self.values, **self.derived}
        return {name: value for name, value in wanted.items() if name in stored and stored[name] != value}

    def differs(self) -> bool:
        """Whether the file says anything new about a stored record; what is derived may take it back."""
        stored = self.stored or {}
        return any(stored.get(name) != value for name, value in self.values.items())

    def gives(self, attribute: str) -> bool:
        """Whether the write sets an attribute to something new."""
        if self.is_new:
            return self.value(attribute) not in (None, "")
        return attribute in self.values and self.stored is not None and self.stored[attribute] != self.values[attribute]

    def final(self, attribute: str) -> Any:
        """What an attribute will be, whether the file speaks of it or not."""
        value = self.value(attribute)
        unsaid = attribute not in self.derived and attribute not in self.values and self.stored is not None
        return self.stored[attribute] if unsaid and self.stored is not None else value

    def value(self, attribute: str) -> Any:
        """What the write sets an attribute to."""
        return self.derived[attribute] if attribute in self.derived else self.values.get(attribute)
