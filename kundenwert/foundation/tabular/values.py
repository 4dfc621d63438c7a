"""Yes and no, and lists of words in one cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import Final

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.tabular.errors import CellError
from kundenwert.foundation.tabular.rows import Cell, shown

_WORDS: Final = {
    **dict.fromkeys(("ja", "j", "yes", "y", "wahr", "true", "1", "x"), True),
    **dict.fromkeys(("nein", "n", "no", "falsch", "false", "0"), False),
}
_NEEDS_QUOTES: Final = (",", ";", '"', "\n", "\r")


def parse_boolean(cell: Cell) -> bool:
    """Return whether a cell says yes (ja, yes, wahr, true, 1, x) or no (nein, no, falsch, false, 0).

    Raises CellError.
    """
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, (int, float)) and cell in (0, 1):
        return cell == 1
    if isinstance(cell, str):
        answer = _WORDS.get(cell.strip().lower())
        if answer is not None:
            return answer
    raise CellError(_("“%(value)s” is neither yes nor no.") % {"value": shown(cell)})


def join_list(words: Iterable[str]) -> str:
    """Write words into one cell: `VIP, Messe`; a word with a comma or quotation mark is quoted."""
    return ", ".join(_quoted(word) for word in words)


def parse_list(cell: Cell) -> list[str]:
    """Return the words of a cell, divided by commas, semicolons or lines; `"a, b"` quoted is one."""
    if cell is None:
        return []
    text = str(cell)
    delimiter = "," if "," in text or ";" not in text else ";"
    try:
        words = next(csv.reader([text], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error:
        words = text.replace(delimiter, "\n").split("\n")
    return [word.strip() for word in words if word.strip()]


def _quoted(word: str) -> str:
    if word != word.strip() or any(mark in word for mark in _NEEDS_QUOTES):
        doubled = word.replace('"', '""')
        return f'"{doubled}"'
    return word
