"""Records of a type that match what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kundenwert.foundation.access.models import User

from ..access import visible
from ..record_type import RecordType
from ..search.find import ranked_ids


@dataclass(frozen=True)
class Hit:
    """A found record."""

    id: int
    title: str
    hint: str
    url: str
    icon: str


def search_records(user: User, record_type: RecordType, typed: str, *, limit: int = 8) -> list[Hit]:
    """Best matches first, own records before others that match as well; without words the newest."""
    records = visible(user, record_type)
    if not typed.strip():
        rows = _read(records.order_by("-id")[:limit], record_type)
        return [_hit(record_type, row) for row in rows]
    ranked = ranked_ids(record_type.key, typed[:200].replace("\x00", ""), limit=limit * 5)
    found = {row[0]: row for row in _read(records.filter(pk__in=ranked), record_type)}
    return [_hit(record_type, found[record_id]) for record_id in ranked if record_id in found][:limit]


def _paths(record_type: RecordType) -> list[tuple[str, ...]]:
    return [record_type.field(name).read_paths for name in record_type.search_hint]


def _read(records: Any, record_type: RecordType) -> Sequence[tuple[Any, ...]]:
    flat = [path for paths in _paths(record_type) for path in paths]
    return list(records.values_list("id", record_type.title, *flat))


def _hit(record_type: RecordType, row: tuple[Any, ...]) -> Hit:
    values, texts = list(row[2:]), []
    for name, paths in zip(record_type.search_hint, _paths(record_type), strict=True):
        taken, values = values[: len(paths)], values[len(paths) :]
        texts.append(record_type.field(name).text(*taken))
    hint = " · ".join(text for text in texts if text)
    return Hit(row[0], str(row[1] or "–"), hint, record_type.url_of(row[0]), record_type.icon)
