"""One door to writing tables."""

from __future__ import annotations

from kundenwert.foundation.tabular.target import Target, Value
from kundenwert.foundation.tabular.write_text import write_csv, write_jsonl
from kundenwert.foundation.tabular.write_xlsx import ColumnType, write_xlsx

__all__ = ["ColumnType", "Target", "Value", "write_csv", "write_jsonl", "write_xlsx"]
