"""Tables of any library as Arrow or Ibis."""

from __future__ import annotations

from typing import Any

import ibis
import narwhals as nw
import pyarrow as pa


def to_arrow(table: Any) -> Any:
    """An Arrow table from Ibis, Arrow, polars or pandas."""
    if isinstance(table, pa.Table):
        return table
    frame = nw.from_native(table)
    if isinstance(frame, nw.LazyFrame):
        return frame.collect("pyarrow").to_arrow()
    return frame.to_arrow()


def to_ibis(table: Any) -> ibis.Table:
    """An Ibis table from Ibis, Arrow, polars or pandas."""
    return table if isinstance(table, ibis.Table) else ibis.memtable(to_arrow(table))
