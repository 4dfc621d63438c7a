"""How one column writes its numbers and dates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

DecimalMark: TypeAlias = Literal[",", "."]
DateOrder: TypeAlias = Literal["dmy", "mdy", "ymd"]


@dataclass(frozen=True, slots=True)
class ColumnFormat:
    """One answer for a whole column, so that no row is read differently from its neighbour.

    With a mark or order of None only what needs no answer is read: `1234`, `2026-11-22`, `22. November 2026`.
    Two-digit years up to `pivot` are 20xx, the others 19xx (a column of birthdays wants this year's).
    """

    decimal_mark: DecimalMark | None = None
    date_order: DateOrder | None = None
    pivot: int = 49


GERMAN = ColumnFormat(",", "dmy")
ENGLISH = ColumnFormat(".", "mdy")
