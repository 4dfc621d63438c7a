"""What a list shows: columns, sort, filters, search words. Its one form is the address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict

from ..fields import Field, FieldError
from ..record_type import RecordType


@dataclass(frozen=True)
class Filter:
    """One condition of a list: field, operator, value."""

    field: str
    operator: str
    value: str

    @classmethod
    def parse(cls, text: str) -> Filter:
        """From `field:operator:value`."""
        name, _colon, rest = text.partition(":")
        operator, _colon, value = rest.partition(":")
        return cls(name, operator, value)

    def __str__(self) -> str:
        return f"{self.field}:{self.operator}:{self.value}"


@dataclass(frozen=True)
class ListState:
    """The state of a list page."""

    columns: tuple[str, ...]
    sort: str = ""
    filters: tuple[Filter, ...] = ()
    words: str = ""
    view: int | None = None
    problems: tuple[str, ...] = field(default=())
    """Filters of the address that could not be used, with the reason."""

    @property
    def sort_name(self) -> str:
        return self.sort.removeprefix("-")

    @property
    def descending(self) -> bool:
        return self.sort.startswith("-")

    def to_query(self) -> dict[str, Any]:
        """The form in which a saved view keeps it."""
        return {
            "columns": list(self.columns),
            "sort": self.sort,
            "filters": [str(entry) for entry in self.filters],
            "q": self.words,
        }

    def address(self, **changes: Any) -> str:
        """Query string of this state with changes; begins with `?`."""
        changed = replace(self, **changes)
        pairs: list[tuple[str, str]] = []
        if changed.view:
            pairs.append(("view", str(changed.view)))
        if changed.words:
            pairs.append(("q", changed.words))
        pairs += [("f", str(entry)) for entry in changed.filters]
        if changed.sort:
            pairs.append(("sort", changed.sort))
        pairs.append(("columns", ",".join(changed.columns)))
        return "?" + urlencode(pairs)


def list_state(
    record_type: RecordType,
    data: QueryDict | Mapping[str, Any],
    saved: Mapping[str, Any] | None,
    readable: Mapping[str, Field] | None = None,
) -> ListState:
    """The state an address asks for. What it leaves silent comes from the saved view, then from the declaration.

    `readable` are the fields the reader may see (default: all); others are neither shown nor sorted nor filtered by.
    """
    base = saved or {}
    known = record_type.all_fields if readable is None else readable
    columns = _columns(data, base, record_type, known)
    usual = record_type.sort or record_type.columns[0]
    sort = data.get("sort") or base.get("sort") or usual
    if sort.removeprefix("-") not in known or not known[sort.removeprefix("-")].sortable:
        sort = usual
    asked = data.getlist("f") if isinstance(data, QueryDict) else []
    explicit = isinstance(data, QueryDict) and ("f" in data or "columns" in data or "q" in data)
    texts = asked if explicit else base.get("filters", [])
    filters, problems = _usable(record_type, [Filter.parse(text) for text in texts if text], known)
    view = data.get("view", "")
    return ListState(
        columns=columns,
        sort=sort,
        filters=filters,
        words=(data.get("q", "") if explicit else base.get("q", ""))[:200].replace("\x00", "").strip(),
        view=int(view) if view.isdecimal() else None,
        problems=problems,
    )


def _columns(
    data: QueryDict | Mapping[str, Any], base: Mapping[str, Any], record_type: RecordType, known: Mapping[str, Field]
) -> tuple[str, ...]:
    asked = [name for name in data.get("columns", "").split(",") if name] or base.get("columns", [])
    kept = tuple(dict.fromkeys(name for name in asked if name in known))
    return kept or tuple(record_type.columns)


def _usable(
    record_type: RecordType, filters: Sequence[Filter], known: Mapping[str, Field]
) -> tuple[tuple[Filter, ...], tuple[str, ...]]:
    kept, problems = [], []
    for entry in filters:
        problem = _problem(record_type, entry) if entry.field in known else entry.field
        if problem:
            problems.append(problem)
        else:
            kept.append(entry)
    return tuple(kept), tuple(problems)


def _problem(record_type: RecordType, entry: Filter) -> str:
    try:
        filter_condition(record_type, entry)
    except FieldError as error:
        return str(error)
    except KeyError:
        return entry.field
    return ""


def filter_condition(record_type: RecordType, entry: Filter) -> Q:
    """The condition of a filter. Raises KeyError for an unknown field, `FieldError` for a value without sense."""
    target: Field = record_type.field(entry.field)
    if not target.filterable or entry.operator not in dict(target.operators):
        raise KeyError(entry.field)
    return target.condition(entry.operator, entry.value)
