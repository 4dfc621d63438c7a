"""Any table in, an Ibis expression inside, an Arrow table out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import ibis
import narwhals as nw
import pyarrow as pa
import pyarrow.compute as pc
from ibis.expr import types as ir

from kundenwert.analytical.mining.errors import UnfitData

_COLLECTED = {nw.Implementation.POLARS, nw.Implementation.DUCKDB}
"""Lazy frames that live on this machine. Others (Spark) would be pulled here row by row: those come as Ibis tables."""


def as_ibis(table: Any) -> ir.Table:
    """An Ibis table of an Ibis, Arrow, polars or pandas table (or a lazy one of polars or DuckDB).

    Ibis tables of any backend are kept as they are, so their scans run where the data are. Anything else is read by an
    in-memory DuckDB connection of its own, without a copy where Arrow allows it. Timestamps with a time zone become the
    clock time of that zone, so that a day is the day there, whatever zone this machine is in.
    Raises TypeError for what is no table.

    >>> as_ibis(pa.table({"customer": [1, 1, 2]})).customer.nunique().to_pyarrow().as_py()
    2
    """
    if isinstance(table, ir.Table):
        return table
    connection = ibis.duckdb.connect()
    connection.con.register("kundenwert_input", as_arrow(table))
    return connection.table("kundenwert_input")


def as_arrow(table: Any) -> pa.Table:
    """An Arrow table of an Arrow, polars or pandas table; times with a zone as in `as_ibis`. Raises TypeError."""
    return _local_times(_arrow(table))


def to_arrow(expression: ir.Table) -> pa.Table:
    """The rows of an expression, computed where its data are."""
    return expression.to_pyarrow()


def need_columns(table: ir.Table, names: Iterable[str]) -> None:
    """Raises UnfitData that names the missing columns and those that are there."""
    missing = [name for name in names if name not in table.columns]
    if missing:
        raise UnfitData(
            f"The table has no column {', '.join(map(repr, missing))}.",
            needed=f"these columns, or the names of the right ones among {', '.join(map(repr, table.columns))}",
        )


def _arrow(table: Any) -> pa.Table:
    if isinstance(table, pa.Table):
        return table
    try:
        frame = nw.from_native(table)
    except TypeError as error:
        raise TypeError(
            f"A table of Ibis, Arrow, polars or pandas is needed, not {type(table).__module__}.{type(table).__name__}",
        ) from error
    if isinstance(frame, nw.LazyFrame):
        if frame.implementation not in _COLLECTED:
            raise TypeError(
                f"Give tables of {frame.implementation} as Ibis tables, so that they are read where they are"
            )
        frame = frame.collect("pyarrow")
    try:
        return frame.to_arrow()
    except pa.ArrowException as error:  # pandas columns of mixed Python objects
        raise TypeError(f"A column holds values of different types: {error}") from error


def _local_times(table: pa.Table) -> pa.Table:
    for index, column in enumerate(table.schema):
        if pa.types.is_timestamp(column.type) and column.type.tz is not None:
            table = table.set_column(index, column.name, pc.local_timestamp(table.column(index)))
    return table
