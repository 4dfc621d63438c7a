"""Columns of any kind as numbers, learnt from the training rows alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Kind = str
"""number or category."""

MOST_LEVELS = 30
"""Levels of a category that get a column of their own; rarer ones share none."""
RAREST_LEVEL = 5
_NUMERIC_SHARE = 0.95


@dataclass(frozen=True)
class Column:
    """Raw values of one feature: floats with NaN for gaps, or strings with None."""

    name: str
    kind: Kind
    values: NDArray[Any]


def read_columns(table: Any, kinds: dict[str, Kind]) -> tuple[Column, ...]:
    """The columns of an Arrow table as the kinds say."""
    return tuple(
        Column(name, kind, _numbers(table.column(name)) if kind == "number" else _strings(table.column(name)))
        for name, kind in kinds.items()
    )


def guess_kinds(table: Any, names: Sequence[str]) -> tuple[dict[str, Kind], list[str]]:
    """Kind of each column, and the names of those that say nothing: one value only, or another for every row.

    Text counts as numbers where 95 % of what is not blank reads so. Looks at no labels.
    """
    kinds: dict[str, Kind] = {}
    useless = []
    for name in names:
        column = table.column(name)
        kind = "number" if _is_number(column) else "category"
        values = _numbers(column) if kind == "number" else _strings(column)
        known = values[~np.isnan(values)] if kind == "number" else np.array([v for v in values if v is not None])
        different = len(np.unique(known))
        if different < 2 or (kind == "category" and different > 0.9 * len(known) and len(known) > RAREST_LEVEL):
            useless.append(name)
        else:
            kinds[name] = kind
    return kinds, useless


@dataclass(frozen=True)
class Encoder:
    """How columns become a matrix: numbers as they are, one column of 0 and 1 per frequent level."""

    kinds: dict[str, Kind]
    levels: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, columns: Sequence[Column], rows: NDArray[np.int64]) -> Self:
        """Learns the levels from these rows."""
        levels = {}
        for column in columns:
            if column.kind == "category":
                known = np.array([value for value in column.values[rows] if value is not None], dtype=str)
                names, counts = np.unique(known, return_counts=True)
                frequent = sorted(zip(-counts, names, strict=True))[:MOST_LEVELS]
                levels[column.name] = tuple(str(name) for count, name in frequent if -count >= RAREST_LEVEL)
        return cls({column.name: column.kind for column in columns}, levels)

    @property
    def owner(self) -> tuple[str, ...]:
        """Per column of the matrix: its feature."""
        return tuple(
            name for name, kind in self.kinds.items() for _level in (self.levels[name] if kind == "category" else ("",))
        )

    def matrix(self, columns: Sequence[Column], rows: NDArray[np.int64] | None = None) -> Floats:
        """Rows × columns; NaN for missing numbers, zeros for unknown levels and gaps."""
        made = []
        for column in columns:
            values = column.values if rows is None else column.values[rows]
            if column.kind == "number":
                made.append(values[:, None])
            else:
                made.append(np.array([values == level for level in self.levels[column.name]], dtype=float).T)
        blocks = [block.reshape(-1, block.shape[1] if block.ndim == 2 else 0) for block in made]
        n = len(columns[0].values) if rows is None else len(rows)
        return np.concatenate([block if block.size else np.empty((n, 0)) for block in blocks], axis=1)


def _is_number(column: Any) -> bool:
    kind = column.type
    if pa.types.is_floating(kind) or pa.types.is_integer(kind) or pa.types.is_decimal(kind):
        return True
    if pa.types.is_temporal(kind):
        return True
    if not (pa.types.is_string(kind) or pa.types.is_large_string(kind)):
        return False
    given = [value for value in column.to_pylist() if value is not None and value.strip()]
    return bool(given) and sum(_number(value) is not None for value in given) >= _NUMERIC_SHARE * len(given)


def _number(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return None
    return value if np.isfinite(value) else None


def _numbers(column: Any) -> Floats:
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        read = [None if text is None else _number(text) for text in column.to_pylist()]
        return np.array([np.nan if value is None else value for value in read], dtype=float)
    if pa.types.is_temporal(kind):
        column = column.cast(pa.date32()).cast(pa.int32())
    values = np.asarray(column.cast(pa.float64()).to_numpy(), dtype=float)
    return np.where(np.isfinite(values), values, np.nan)


def _strings(column: Any) -> NDArray[Any]:
    read = [None if value is None or str(value).strip() == "" else str(value).strip() for value in column.to_pylist()]
    return np.array(read, dtype=object)
