"""The first rows of a file: what the preview shows and tries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import get_language

from kundenwert.foundation.tabular.rows import Row
from kundenwert.foundation.tabular.shape import FileShape
from kundenwert.foundation.tabular.source import open_table

SAMPLE_ROWS = 1_000
SAMPLE_CHARS = 4_000_000
"""Of all cells together: a file of long notes must not fill the memory of the web server."""


@dataclass(frozen=True)
class Sample:
    """The first rows below the header, and whether they are all there are."""

    rows: tuple[Row, ...]
    is_whole: bool


def sample_rows(path: Path, shape: FileShape) -> Sample:
    """The first rows of a stored file. Raises TableError where a workbook breaks.

    Kept in memory: stored files never change under their name, and a workbook takes seconds to open.
    """
    return _read(path, shape, get_language() or "")


@lru_cache(maxsize=8)
def _read(path: Path, shape: FileShape, _language: str) -> Sample:
    """Problems of rows are worded in the reader's language, so that is part of the key."""
    rows: list[Row] = []
    size = 0
    for row in open_table(path, shape).rows():
        size += sum(len(cell) for cell in row.cells if isinstance(cell, str))
        if len(rows) == SAMPLE_ROWS or size > SAMPLE_CHARS:
            return Sample(tuple(rows), is_whole=False)
        rows.append(row)
    return Sample(tuple(rows), is_whole=True)
