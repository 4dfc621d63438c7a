"""How a CSV file is written: delimiter, spaces before quotation marks, Excel's first line `sep=;`."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from kundenwert.foundation.tabular.records import Dialect, parse_lines

DELIMITERS: Final = (";", "\t", ",", "|")
_SEP_LINE = re.compile(r'\ufeff?"?sep=(.)"?[\r\n]*', re.IGNORECASE)


def separator_line(line: str) -> str | None:
    """Return the delimiter of Excel's line `sep=;`, None for any other line."""
    found = _SEP_LINE.fullmatch(line)
    return found.group(1) if found else None


def find_dialect(lines: list[str], delimiter: str | None, *, final: bool) -> Dialect:
    """Return how these first lines of a file are written; a stated delimiter is not questioned.

    `final` says that these are all lines, so a quotation mark open at the end is a broken one.
    """
    chosen = delimiter or _best_delimiter(lines, final=final)
    return Dialect(chosen, skip_space=_quotes_after_space(lines, chosen))


def _best_delimiter(lines: list[str], *, final: bool) -> str:
    """The one under which most rows, the header among them, have the same number (2 or more) of cells."""
    best, best_score = "", (0.0, 0)
    for delimiter in DELIMITERS:
        score = _score(lines, delimiter, final=final)
        if score > best_score:
            best, best_score = delimiter, score
    return best or next((d for d in DELIMITERS if not any(d in line for line in lines)), ";")


def _score(lines: list[str], delimiter: str, *, final: bool) -> tuple[float, int]:
    if not any(delimiter in line for line in lines):
        return 0.0, 0
    dialect = Dialect(delimiter, skip_space=_quotes_after_space(lines, delimiter))
    parsed, _open = parse_lines(lines, dialect, None, final=final)
    widths = [len(record) if index not in parsed.problems else 0 for index, record in enumerate(parsed.records)]
    filled = [width for width in widths if width]
    usual = max(Counter(w for w in filled if w > 1).items(), key=lambda item: (item[1], item[0]), default=None)
    if usual is None:
        return 0.0, 0
    width, count = usual
    if width == 2 and filled[0] == 1 and 0 not in widths[1:3]:
        # "Name", then "Müller, Hans" in every row: one column, not a title over a table of two
        return 0.0, 0
    # rows are compared in fiftieths: a stray row should not outweigh the number of columns
    return round(count / len(filled) * 50) / 50, width


def _quotes_after_space(lines: list[str], delimiter: str) -> bool:
    """Whether cells are written `a, "b"`: then the space before the quotation mark is not part of the cell.

    Split at quotation marks, every other piece stands outside of them, so text inside cannot deceive.
    """
    outside = [piece for piece in "".join(lines).split('"')[0:-1:2] if piece]
    spaced = sum(re.fullmatch(rf"(?s).*{re.escape(delimiter)} +", piece) is not None for piece in outside)
    return spaced > 0 and not any(piece.endswith(delimiter) for piece in outside)
