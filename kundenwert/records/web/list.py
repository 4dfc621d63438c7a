"""The list of a record type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.locale_format import format_decimal

from ..access import may, readable_fields, require
from ..fields import Field
from ..imports.access import may_import
from ..models import SavedView
from ..queries.list_page import COUNT_LIMIT, ListPage, count_records, list_page, list_records
from ..queries.list_state import Filter, ListState, list_state
from ..queries.saved_views import saved_views
from ..record_type import RecordType
from .chosen_columns import remembered_columns
from .rows import rows_html


@for_records
def records(request: SignedInRequest, record_type: RecordType) -> HttpResponse:
    """GET: one page of the list; with `after` only its further rows."""
    require(request.user, record_type, "see")
    views = saved_views(request.user, record_type)
    asked = request.GET.get("view", "")
    current = next((view for view in views if str(view.pk) == asked), None)
    readable = readable_fields(request.user, record_type)
    state = list_state(record_type, _with_new_filter(request), _saved(request, record_type, current), readable)
    after = request.GET.get("after", "")
    can_select = any(may(request.user, record_type, verb) for verb in ("change", "delete", "export"))
    found = list_records(request.user, record_type, state)
    page = list_page(found, record_type, state, after)
    context = {
        "record_type": record_type,
        "page": page,
        "rows": rows_html(page, can_open=record_type.has_card, can_select=can_select),
        "state": state,
        "columns": _columns(record_type, state),
        "column_count": len(state.columns) + can_select,
        "can_select": can_select,
        "next_url": f"{state.address()}&after={page.next_cursor}" if page.next_cursor else "",
    }
    if after and request.headers.get("HX-Request"):
        return render(request, "records/parts/rows.html", context)
    context |= _frame(request, record_type, state, views, current, readable)
    context["count"] = _count(found, page, after)
    return render(request, "records/list.html", context)


@for_records
def filters(request: SignedInRequest, record_type: RecordType) -> HttpResponse:
    """GET: the form of filters, loaded when somebody opens it."""
    require(request.user, record_type, "see")
    readable = readable_fields(request.user, record_type)
    context = {
        "record_type": record_type,
        "state": list_state(record_type, request.GET, None, readable),
        "filter_fields": _filter_fields(record_type, readable),
    }
    return render(request, "records/parts/filter_form.html", context)


def _saved(request: SignedInRequest, record_type: RecordType, view: SavedView | None) -> dict[str, Any]:
    if view:
        return dict(view.query)
    columns = remembered_columns(request, record_type)
    return {"columns": columns} if columns else {}


def _with_new_filter(request: SignedInRequest) -> Any:
    """A filter picked in the form arrives in three parts: put it beside those that stand in the address."""
    name, operator = request.GET.get("filter", ""), request.GET.get("operator", "")
    if not name or not operator:
        return request.GET
    data = request.GET.copy()
    data.appendlist("f", str(Filter(name, operator, "|".join(request.GET.getlist("value")))))
    return data


def _columns(record_type: RecordType, state: ListState) -> list[dict[str, Any]]:
    return [_column(record_type, state, name) for name in state.columns]


def _column(record_type: RecordType, state: ListState, name: str) -> dict[str, Any]:
    field = record_type.field(name)
    sort = ("desc" if state.descending else "asc") if state.sort_name == name else ""
    following = {"": name, "asc": f"-{name}", "desc": ""}[sort]
    return {
        "key": name,
        "label": str(field.label),
        "numeric": field.numeric,
        "width": field.width,
        "sort": sort,
        "sort_url": state.address(sort=following) if field.sortable else "",
    }


def _frame(
    request: SignedInRequest,
    record_type: RecordType,
    state: ListState,
    views: Sequence[SavedView],
    current: SavedView | None,
    readable: Mapping[str, Field],
) -> dict[str, Any]:
    """What stands around the rows."""
    return {
        "view_tabs": _view_tabs(record_type, views, current),
        "current_view": current,
        "view_changed": current is not None and state.to_query() != current.query,
        "chips": _chips(record_type, state),
        "filters_url": reverse(f"{record_type.slug}-filters") + state.address(),
        "all_columns": _all_columns(record_type, state, readable),
        "can_create": may(request.user, record_type, "create"),
        "can_change": may(request.user, record_type, "change"),
        "can_delete": may(request.user, record_type, "delete"),
        "can_import": may_import(request.user, record_type),
        "can_export": may(request.user, record_type, "export"),
        "export_address": state.address(),
        "columns_url": reverse(f"{record_type.slug}-columns"),
        "views_url": reverse(f"{record_type.slug}-views"),
        "is_filtered": bool(state.filters or state.words),
        "without_filters": replace(state, filters=(), words="").address(),
    }


def _count(found: QuerySet[Any], page: ListPage, after: str) -> str:
    if not page.next_cursor and not after:
        return format_decimal(len(page.rows), 0)
    number = count_records(found)
    if number > COUNT_LIMIT:
        return _("more than %(number)s") % {"number": format_decimal(COUNT_LIMIT, 0)}
    return format_decimal(number, 0)


def _view_tabs(record_type: RecordType, views: Sequence[SavedView], current: SavedView | None) -> list[dict[str, Any]]:
    everything = {"label": _("All"), "url": record_type.list_url, "active": current is None}
    return [
        everything,
        *(
            {
                "label": view.name,
                "url": f"{record_type.list_url}?view={view.pk}",
                "active": view == current,
                "shared": view.is_shared,
            }
            for view in views
        ),
    ]


def _chips(record_type: RecordType, state: ListState) -> list[dict[str, str]]:
    chips = []
    for entry in state.filters:
        field = record_type.field(entry.field)
        remaining = tuple(other for other in state.filters if other != entry)
        chips.append(
            {
                "label": str(field.label),
                "operator": str(dict(field.operators)[entry.operator]),
                "value": field.filter_text(entry.operator, entry.value),
                "remove_url": state.address(filters=remaining),
            }
        )
    return chips


def _filter_fields(record_type: RecordType, readable: Mapping[str, Field]) -> list[dict[str, Any]]:
    fields = [record_type.field(name) for name in record_type.filters]
    fields += [
        field for field in record_type.extra_fields if field.name in readable and field.filterable and field.operators
    ]
    return [
        {
            "name": field.name,
            "label": str(field.label),
            "operators": [(key, str(label)) for key, label in field.operators],
            "options": field.filter_options(),
        }
        for field in fields
    ]


def _all_columns(record_type: RecordType, state: ListState, readable: Mapping[str, Field]) -> list[dict[str, Any]]:
    shown = [record_type.field(name) for name in state.columns]
    others = [field for name, field in readable.items() if name not in state.columns]
    return [
        {
            "key": field.name,
            "label": str(field.label),
            "shown": field.name in state.columns,
            "fixed": field.name == record_type.columns[0],
        }
        for field in [*shown, *others]
    ]
