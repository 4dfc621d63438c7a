"""Fixed queries for records that a user may see."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

from kundenwert.foundation.access.models import User
from kundenwert.foundation.database.fixed_query import FixedQuery, Value

from .access import sees_all, visible
from .registry import record_type_for

Row = TypeVar("Row")


class FixedRecords(Generic[Row]):
    """A fixed query over the visible records of a type: `build` is handed them before the values.

    Most users see all records of a type: for them the SQL is written once. For all others it is written every time.
    """

    def __init__(self, key: str, build: Callable[..., Any]) -> None:
        self._key = key
        self._build = build
        self._all: FixedQuery[Row] = FixedQuery(lambda *values: build(record_type_for(key).live(), *values))

    def __call__(self, user: User, *values: Value, shape: Hashable = None) -> list[Row]:
        if sees_all(user, self._key):
            return self._all(*values, shape=shape)
        given = values if shape is None else (shape, *values)
        return list(self._build(visible(user, record_type_for(self._key)), *given))
