"""Where the header of a table is, and what its columns are called."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext

from kundenwert.foundation.tabular.limits import MAX_HEADER_ROW
from kundenwert.foundation.tabular.rows import Cell

_DATA_LIKE = re.compile(
    r"[^@\s]+@[^@\s]+\.\w+"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(?:[T ]\d.*)?"
    r"|[-+]?[\d.,' ]*\d[.,]\d+ ?(?:€|EUR|CHF|%)?"
)
_UNREADABLE = re.compile("[\udc80-\udcff]")
_NUMBER = re.compile(r"[-+]?\d+")


def find_header(rows: Sequence[Sequence[Cell]]) -> int:
    """Return the 1-based row of the header, 0 where every row is blank.

    Blank rows and titles stand above it: a title fills one cell, or fewer than half of those the table uses.
    """
    top = rows[:MAX_HEADER_ROW]
    widest = max((len(filled_cells(row)) for row in rows), default=0)
    for number, row in enumerate(top, start=1):
        filled = filled_cells(row)
        is_title = widest > 1 and len(filled) == 1 and filled[0] == 0
        if filled and not is_title and len(filled) * 2 >= widest:
            return number
    return next((number for number, row in enumerate(rows, start=1) if filled_cells(row)), 0)


def filled_cells(row: Sequence[Cell]) -> list[int]:
    """Return the 0-based places of the cells that hold something."""
    return [place for place, cell in enumerate(row) if cell is not None and str(cell).strip()]


def looks_like_data(row: Sequence[Cell]) -> bool:
    """Whether a row is a record, not a header: it holds an address, a date, an amount, or mostly numbers."""
    cells = [row[place] for place in filled_cells(row)]
    if any(isinstance(cell, (date, bool)) for cell in cells):
        return True
    texts = [str(cell).strip() for cell in cells]
    if any(_DATA_LIKE.fullmatch(text) for text in texts):
        return True
    numbers = [text for text in texts if _NUMBER.fullmatch(text)]
    years = [text for text in numbers if len(text) == 4 and "1900" <= text <= "2100"]
    return (len(numbers) - len(years)) * 2 > len(texts)


def table_width(header: Sequence[Cell], rows: Sequence[Sequence[Cell]]) -> int:
    """Return the number of columns: those with a name, and unnamed ones that most rows fill."""
    named = max(filled_cells(header), default=-1) + 1
    reach = Counter(max(filled_cells(row), default=-1) + 1 for row in rows)
    total = sum(count for width, count in reach.items() if width)
    beyond = sorted((width for width in reach if width > named), reverse=True)
    so_far = 0
    for width in beyond:
        so_far += reach[width]
        if so_far * 2 > total:
            return width
    inside = [width for width in reach if named < width <= len(header)]
    return max([named, *inside])


def column_names(header: Sequence[Cell], width: int) -> tuple[str, ...]:
    """Return one name a column, none empty and none twice: "Spalte 3", "Name (2)"."""
    names: list[str] = []
    taken = {_clean(cell) for cell in header}
    for place in range(width):
        name = _clean(header[place]) if place < len(header) else ""
        name = name or gettext("Column %(number)d") % {"number": place + 1}
        names.append(_unique(name, taken, names))
    return tuple(names)


def _unique(name: str, taken: set[str], names: list[str]) -> str:
    if name not in names:
        return name
    number = 2
    while (candidate := f"{name} ({number})") in names or candidate in taken:
        number += 1
    return candidate


def _clean(cell: Cell) -> str:
    text = "" if cell is None else _UNREADABLE.sub("\ufffd", str(cell))
    return unicodedata.normalize("NFC", " ".join(text.split()))
