"""One door to the meaning of cells: formats of columns, and the parsers that follow them."""

from __future__ import annotations

from kundenwert.foundation.tabular.column_format import ENGLISH, GERMAN, ColumnFormat, DateOrder, DecimalMark
from kundenwert.foundation.tabular.dates import parse_date, parse_datetime
from kundenwert.foundation.tabular.errors import CellError
from kundenwert.foundation.tabular.numbers import parse_decimal, parse_integer
from kundenwert.foundation.tabular.profile import ColumnProfile, hint_of
from kundenwert.foundation.tabular.values import join_list, parse_boolean, parse_list

__all__ = [
    "ENGLISH",
    "GERMAN",
    "CellError",
    "ColumnFormat",
    "ColumnProfile",
    "DateOrder",
    "DecimalMark",
    "hint_of",
    "join_list",
    "parse_boolean",
    "parse_date",
    "parse_datetime",
    "parse_decimal",
    "parse_integer",
    "parse_list",
]
