"""Portrait of a target group: what it has more, or less, of than all customers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from kundenwert.analytical.mining.errors import UnfitData
from kundenwert.analytical.mining.features import Column, guess_kinds, read_columns
from kundenwert.analytical.mining.intervals import share
from kundenwert.analytical.mining.tables import as_ibis, need_columns, to_arrow

MINIMUM_CUSTOMERS = 20
BANDS = 5
UNKNOWN = "not known"


def portrait(table: Any, members: Any, *, features: Sequence[str] | None = None, level: float = 0.95) -> Any:
    """Shares of the group against those of the base, the whole table, with an index (100 = as in the base).

    `members` says per row whether it belongs to the group. Figures are cut into fifths of the base. Gives Arrow by
    feature, the highest index first: feature, level, customers (of the group), share, base_share, index, notable
    (whether the Wilson interval of the share leaves out the base's). Raises UnfitData for a group of fewer than 20
    customers, ValueError where members do not fit the rows.
    """
    source = as_ibis(table)
    need_columns(source, features or ())
    given = to_arrow(source)
    inside = np.asarray(members, dtype=bool)
    if len(inside) != given.num_rows:
        raise ValueError("members must have one value per row")
    size = int(inside.sum())
    if size < MINIMUM_CUSTOMERS:
        raise UnfitData(f"The group has {size} customers.", needed=f"at least {MINIMUM_CUSTOMERS}")
    kinds, _useless = guess_kinds(given, list(features or given.column_names))
    rows: list[dict[str, Any]] = []
    for column in read_columns(given, kinds):
        levels = _levels(column)
        names, base = np.unique(levels, return_counts=True)
        counts = [int((levels[inside] == name).sum()) for name in names]
        lines = [_line(column.name, str(name), count, size, int(whole), len(inside), level)
                 for name, count, whole in zip(names, counts, base, strict=True)]  # fmt: skip
        rows += sorted(lines, key=lambda line: (-line["index"], line["level"]))
    return pa.Table.from_pylist(rows, schema=SCHEMA)


SCHEMA = pa.schema(
    {
        "feature": pa.string(),
        "level": pa.string(),
        "customers": pa.int64(),
        "share": pa.float64(),
        "base_share": pa.float64(),
        "index": pa.float64(),
        "notable": pa.bool_(),
    }
)


def _line(feature: str, name: str, count: int, size: int, whole: int, base: int, level: float) -> dict[str, Any]:
    found, expected = share(count, size, level=level), whole / base
    return {
        "feature": feature, "level": name, "customers": count, "share": found.value, "base_share": expected,
        "index": 100 * found.value / expected, "notable": not found.low <= expected <= found.high,
    }  # fmt: skip


def _levels(column: Column) -> NDArray[Any]:
    if column.kind == "category":
        return np.array([UNKNOWN if value is None else value for value in column.values], dtype=object)
    values = column.values
    known = values[~np.isnan(values)]
    edges = np.unique(np.quantile(known, np.linspace(0, 1, BANDS + 1)))
    band = np.clip(np.searchsorted(edges, values, side="left") - 1, 0, max(len(edges) - 2, 0))
    names = [f"{low:.6g} to {high:.6g}" for low, high in pairwise(edges)]
    return np.array(
        [UNKNOWN if np.isnan(value) else names[index] for value, index in zip(values, band, strict=True)], object
    )
