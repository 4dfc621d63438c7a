"""The two words of this package: a cell and a row."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeAlias

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta | None
"""CSV gives `str` only; XLSX gives all of them, `None` for an empty cell."""


_SHOWN_CHARS = 60


def shown(cell: Cell) -> str:
    """Return a cell as a message quotes it: a long text is cut."""
    text = "" if cell is None else str(cell)
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}…"


def cell_text(cell: Cell) -> str:
    """A cell as text: `10001` for the number 10001 of a spreadsheet."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


class Row(NamedTuple):
    """One record of a table.

    `number` is what a spreadsheet shows left of the row.  `cells` has one cell per column, except where
    `problem` (translated) says why the row cannot be used: then it holds what could be read.
    """

    number: int
    cells: tuple[Cell, ...]
    problem: str | None
