"""Records that match what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from kundenwert.foundation.access.models import User

from ..access import sees_all, visible
from ..fixed_records import FixedRecords
from ..record_type import RecordType
from ..search.find import find

SPARE = 5
"""Looked up for each hit that is wanted where the reader may not see all records of a type."""


@dataclass(frozen=True)
class Hit:
    """A found record."""

    id: int
    title: str
    hint: str
    url: str
    icon: str


def search_records(user: User, record_types: Sequence[RecordType], typed: str, *, limit: int) -> dict[str, list[Hit]]:
    """Record type → visible records that match, best first; types without hits are left out."""
    keys = [record_type.key for record_type in record_types]
    spare = 1 if all(sees_all(user, key) for key in keys) else SPARE
    found = find(typed[:200].replace("\x00", ""), keys, limit=limit * spare, enough=limit)
    hits = {
        record_type.key: _read(user, record_type, found[record_type.key])[:limit]
        for record_type in record_types
        if record_type.key in found
    }
    return {key: group for key, group in hits.items() if group}


def newest_records(user: User, record_type: RecordType, *, limit: int) -> list[Hit]:
    """The records made last, for a choice before anything is typed."""
    newest = list(visible(user, record_type).order_by("-id").values_list("id", flat=True)[:limit])
    return _read(user, record_type, newest)


def _read(user: User, record_type: RecordType, ids: Sequence[int]) -> list[Hit]:
    paths = [record_type.field(name).read_paths for name in record_type.search_hint]
    found = {row[0]: row for row in _rows_of(record_type)(user, _filled_up(ids))} if ids else {}
    return [_hit(record_type, paths, found[record_id]) for record_id in ids if record_id in found]


@cache
def _rows_of(record_type: RecordType) -> FixedRecords[tuple[Any, ...]]:
    """Of primary keys: rows of key, title and what a hit shows beside it."""
    paths = [path for name in record_type.search_hint for path in record_type.field(name).read_paths]
    return FixedRecords(
        record_type.key, lambda records, ids: records.filter(pk__in=ids).values_list("id", record_type.title, *paths)
    )


def _filled_up(ids: Sequence[int]) -> list[int]:
    """To a multiple of eight, the last repeated: a few fixed queries instead of one for each number of hits."""
    return [*ids, *[ids[-1]] * (-len(ids) % 8)]


def _hit(record_type: RecordType, paths: Sequence[tuple[str, ...]], row: tuple[Any, ...]) -> Hit:
    values, texts = list(row[2:]), []
    for name, group in zip(record_type.search_hint, paths, strict=True):
        taken, values = values[: len(group)], values[len(group) :]
        texts.append(record_type.field(name).text(*taken))
    hint = " · ".join(text for text in texts if text)
    return Hit(row[0], str(row[1] or "–"), hint, record_type.url_of(row[0]), record_type.icon)
