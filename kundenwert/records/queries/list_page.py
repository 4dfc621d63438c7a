"""One page of a list, by keyset: never counts all rows, as fast on the thousandth page as on the first."""

from __future__ import annotations

import base64
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import F, OrderBy, Q, QuerySet
from django.utils.safestring import SafeString

from kundenwert.foundation.access.models import User

from ..access import visible
from ..fields import Field
from ..record_type import RecordType
from ..search.find import ranked_ids
from .list_state import ListState, filter_condition

PAGE_SIZE = 50
COUNT_LIMIT = 10_000
"""Counting stops here; beyond, a list says "more than"."""
SEARCH_LIMIT = 1_000


@dataclass(frozen=True)
class Row:
    """One line of a list."""

    id: int
    title: str
    url: str
    cells: Sequence[tuple[Field, SafeString]]


@dataclass(frozen=True)
class ListPage:
    """A page of rows and the cursor of the next; empty where it is the last."""

    rows: Sequence[Row]
    next_cursor: str


def list_records(user: User, record_type: RecordType, state: ListState) -> Any:
    """The records of a list as a queryset, filtered, not yet sorted or cut."""
    records = visible(user, record_type)
    for given in state.filters:
        entry = replace(given, value=record_type.field(given.field).personal(given.value, user))
        records = records.filter(filter_condition(record_type, entry))
    if state.words:
        records = records.filter(pk__in=ranked_ids(record_type.key, state.words, limit=SEARCH_LIMIT))
    annotations = {
        name: record_type.field(name).annotation
        for name in {*state.columns, state.sort_name, *(entry.field for entry in state.filters)}
        if name and record_type.field(name).annotation is not None
    }
    return records.annotate(**annotations) if annotations else records


def count_records(records: QuerySet[Any]) -> int:
    """How many there are, at most COUNT_LIMIT + 1."""
    return records.order_by()[: COUNT_LIMIT + 1].count()


def list_page(records: QuerySet[Any], record_type: RecordType, state: ListState, cursor: str = "") -> ListPage:
    """One page of `list_records`. An unreadable cursor begins at the first page."""
    fields = [record_type.field(name) for name in state.columns]
    paths = list(dict.fromkeys(path for entry in fields for path in entry.read_paths))
    spans = [[paths.index(path) for path in entry.read_paths] for entry in fields]
    found = _read(records, record_type, state, _parse_cursor(cursor), ["id", "_sort", record_type.title, *paths])
    rows = [_row(record_type, fields, spans, values) for values in found[:PAGE_SIZE]]
    more = len(found) > PAGE_SIZE
    return ListPage(rows, _make_cursor(found[PAGE_SIZE - 1]) if more else "")


def _row(record_type: RecordType, fields: Sequence[Field], spans: Sequence[list[int]], values: tuple[Any, ...]) -> Row:
    read = values[3:]
    cells = [(entry, entry.html(*[read[at] for at in span])) for entry, span in zip(fields, spans, strict=True)]
    return Row(values[0], str(values[2]), record_type.url_of(values[0]), cells)


def _read(
    records: Any, record_type: RecordType, state: ListState, after: tuple[Any, int] | None, columns: Sequence[str]
) -> list[tuple[Any, ...]]:
    """Up to PAGE_SIZE + 1 rows after a place; those without a sort value come last.

    In two steps, because no index serves "nulls last" both ways, nor rows that may be missing in a joined table.
    """
    entry = record_type.field(state.sort_name)
    records = records.annotate(_sort=entry.sort_expression)
    side, by_id = ("lt", "-id") if state.descending else ("gt", "id")
    nullable, found = _may_be_null(record_type, entry), []
    if after is None or after[0] is not None:
        filled = records.filter(_sort__isnull=False) if nullable else records
        if after:
            filled = filled.filter(_beyond(entry.cursor_value(after[0]), after[1], side))
        order = OrderBy(F("_sort"), descending=state.descending)
        found = list(filled.order_by(order, by_id).values_list(*columns)[: PAGE_SIZE + 1])
    if nullable and len(found) <= PAGE_SIZE:
        empty = records.filter(_sort__isnull=True)
        if after and after[0] is None:
            empty = empty.filter(**{f"id__{side}": after[1]})
        found += empty.order_by(by_id).values_list(*columns)[: PAGE_SIZE + 1 - len(found)]
    return found


def _may_be_null(record_type: RecordType, entry: Field) -> bool:
    path = entry.read_paths[0]
    if entry.annotation is not None or "__" in path:
        return True
    column = record_type.model._meta.get_field(path)
    return bool(getattr(column, "null", True)) or column.is_relation


def _beyond(value: Any, record_id: int, side: str) -> Q:
    """Rows after (value, id). Written as `sort >= value AND (sort > value OR id > id)`: an index can start there."""
    later = Q(**{f"id__{side}": record_id})
    return Q(**{f"_sort__{side}e": value}) & (Q(**{f"_sort__{side}": value}) | later)


def _make_cursor(values: tuple[Any, ...]) -> str:
    value = values[1].isoformat() if isinstance(values[1], date) else values[1]  # with microseconds, or rows get lost
    text = json.dumps([value, values[0]], cls=DjangoJSONEncoder)
    return base64.urlsafe_b64encode(text.encode()).decode()


def _parse_cursor(cursor: str) -> tuple[Any, int] | None:
    try:
        value, record_id = json.loads(base64.urlsafe_b64decode(cursor.encode()))
        return value, int(record_id)
    except (ValueError, TypeError):
        return None
