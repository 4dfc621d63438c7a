"""What the tests of reading have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kundenwert.foundation.tabular.errors import TableError
from kundenwert.foundation.tabular.rows import Cell, Row
from kundenwert.foundation.tabular.shape import inspect_file
from kundenwert.foundation.tabular.source import open_table


def read(path: Path, **stated: Any) -> list[Row]:
    """Return all rows of a file, its shape found but for what is stated."""
    return list(open_table(path, inspect_file(path, **stated)).rows())


def told(path: Path, **stated: Any) -> str:
    """Return what the reader says about a file it refuses, "read" for one it reads: never another error."""
    try:
        read(path, **stated)
    except TableError as error:
        return error.message if isinstance(error.message, str) else str(error)
    return "read"


def cells(path: Path, **stated: Any) -> list[tuple[Cell, ...]]:
    """Return the cells of all rows, none of which may have a problem."""
    rows = read(path, **stated)
    assert [row.problem for row in rows if row.problem] == []
    return [row.cells for row in rows]
