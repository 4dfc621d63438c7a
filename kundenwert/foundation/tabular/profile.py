"""What the cells of one column say about how the column writes its numbers and dates.

`12,5` can only be German and `1,234.5` only English, but `1.234` is both one thousand and one and a bit, and
`03/04/2026` both April and March.  So every cell is fed, and the column gets one answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from kundenwert.foundation.tabular.column_format import ENGLISH, GERMAN, ColumnFormat, DateOrder, DecimalMark
from kundenwert.foundation.tabular.numbers import APOSTROPHES, SPACES, undecorated
from kundenwert.foundation.tabular.rows import Cell

_MAX_CHARS = 40
_DIGIT: Final = re.compile("[0-9]")
_DATE: Final = re.compile(r"\s*([0-9]{1,2})([./-])([0-9]{1,2})\2(?:[0-9]{4}|[0-9]{2})(?![0-9.,])")
_YEAR_FIRST: Final = re.compile(r"\s*[0-9]{4}([./-])[0-9]{1,2}\1[0-9]{1,2}(?![0-9])")
_NUMBER: Final = re.compile(rf"[0-9]*(?:[.,{SPACES}{APOSTROPHES}][0-9]+)*")
_SIMPLE: Final = re.compile(r"-?[0-9]{1,15}([.,])([0-9]{1,2}|[0-9]{4,9})")
_INTEGER: Final = re.compile(r"[-+]?[0-9]+")


class ColumnProfile:
    """Counts the evidence of one column.

    `sample` is the first cell that can be read in two ways; `number_votes` and `date_votes` count the cells
    that can be read in one way only.
    """

    __slots__ = ("date_sample", "date_votes", "number_sample", "number_votes")

    def __init__(self) -> None:
        self.number_votes: dict[DecimalMark, int] = {",": 0, ".": 0}
        self.date_votes: dict[DateOrder, int] = {"dmy": 0, "mdy": 0, "ymd": 0}
        self.number_sample = ""
        self.date_sample = ""

    def feed(self, cell: Cell) -> None:
        """Look at one cell; only text says anything, numbers and dates of a spreadsheet are what they are."""
        if type(cell) is not str or len(cell) > _MAX_CHARS or _INTEGER.fullmatch(cell) or not _DIGIT.search(cell):
            return
        if found := _SIMPLE.fullmatch(cell):
            self.number_votes["," if found.group(1) == "," else "."] += 1
        elif found := _DATE.match(cell):
            self._feed_date(cell, int(found.group(1)), found.group(2), int(found.group(3)))
        elif _YEAR_FIRST.match(cell):
            self.date_votes["ymd"] += 1
        else:
            self._feed_number(cell)

    @property
    def ambiguous(self) -> bool:
        """Whether a person must be asked: there are cells with two readings and none that tells which."""
        return bool(self.sample)

    @property
    def sample(self) -> str:
        """A cell that can be read in two ways, "" where the column leaves no doubt."""
        if self.number_sample and not any(self.number_votes.values()):
            return self.number_sample
        if self.date_sample and not (self.date_votes["dmy"] or self.date_votes["mdy"]):
            return self.date_sample
        return ""

    @property
    def conflicting(self) -> bool:
        """Whether the column holds both German and English forms; the fewer will be rejected row by row."""
        dates = self.date_votes
        return all(self.number_votes.values()) or bool(dates["dmy"] and dates["mdy"])

    def decide(self, prefer: Literal["de", "en"] = "de", *, hint: ColumnFormat | None = None) -> ColumnFormat:
        """Return the format of the column: by its own cells, else by the hint, else `prefer`."""
        fallback = GERMAN if prefer == "de" else ENGLISH
        return ColumnFormat(
            self.own_mark or (hint and hint.decimal_mark) or fallback.decimal_mark,
            self.own_order or (hint and hint.date_order) or fallback.date_order,
        )

    @property
    def own_mark(self) -> DecimalMark | None:
        """The decimal mark that this column's cells prove, None where they prove none."""
        comma, dot = self.number_votes[","], self.number_votes["."]
        if comma == dot:
            return None
        return "," if comma > dot else "."

    @property
    def own_order(self) -> DateOrder | None:
        """The order of dates that this column's cells prove; `ymd` only where all dates are."""
        dmy, mdy = self.date_votes["dmy"], self.date_votes["mdy"]
        if dmy != mdy:
            return "dmy" if dmy > mdy else "mdy"
        return "ymd" if self.date_votes["ymd"] and not dmy and not self.date_sample else None

    def _feed_date(self, cell: str, first: int, mark: str, second: int) -> None:
        if second > 12 >= first > 0:
            self.date_votes["mdy"] += 1
        elif (first > 12 >= second > 0) or mark == ".":
            self.date_votes["dmy"] += 1
        elif first != second and not self.date_sample:
            self.date_sample = cell

    def _feed_number(self, cell: str) -> None:
        text, _negative = undecorated(cell)
        if not _NUMBER.fullmatch(text):
            return
        dot, comma = text.rfind("."), text.rfind(",")
        if dot < 0 and comma < 0:
            return
        if dot >= 0 and comma >= 0:
            self.number_votes["," if comma > dot else "."] += 1
            return
        mark: DecimalMark = "," if comma >= 0 else "."
        self._feed_one_mark(cell, text, mark)

    def _feed_one_mark(self, cell: str, text: str, mark: DecimalMark) -> None:
        """One kind of mark: repeated, it divides thousands; with three digits after it, it may do either."""
        if text.count(mark) > 1:
            self.number_votes["." if mark == "," else ","] += 1
            return
        before, after = text.split(mark)
        grouped = any(char in before for char in SPACES + APOSTROPHES)
        if len(after) != 3 or grouped or not 1 <= len(before) <= 3 or before.startswith("0"):
            self.number_votes[mark] += 1
        elif not self.number_sample:
            self.number_sample = cell


def hint_of(profiles: Iterable[ColumnProfile]) -> ColumnFormat:
    """Return what the columns of a file that leave no doubt agree on, None for what they do not."""
    decided = list(profiles)
    marks = {mark for mark in (profile.own_mark for profile in decided) if mark}
    orders = {order for order in (profile.own_order for profile in decided) if order}
    orders.discard("ymd")
    return ColumnFormat(marks.pop() if len(marks) == 1 else None, orders.pop() if len(orders) == 1 else None)
