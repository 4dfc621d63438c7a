"""Download the records of a list."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, BinaryIO, get_args

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.tabular.errors import TableError

from ..access import require
from ..actions.export_list import export_list
from ..exports.export import Format, file_name
from ..queries.list_state import ListState, list_state
from ..queries.saved_views import saved_views
from ..record_type import RecordType
from .bulk import read_selection, sent_list

CONTENT_TYPES: Mapping[str, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jsonl": "application/jsonl; charset=utf-8",
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_records
def export(request: SignedInRequest, record_type: RecordType) -> HttpResponseBase:
    """GET: the list of this address as a file: `format` csv, xlsx, jsonl; `all=1`: all fields an import can fill.

    POST: of the list `_list` only the records `ids`, or all of it with `_all`.
    """
    require(request.user, record_type, "see")
    require(request.user, record_type, "export")
    sent = request.POST if request.method == "POST" else request.GET
    form = next((known for known in get_args(Format) if known == sent.get("format", "csv")), None)
    if form is None:
        return HttpResponse(_("A list is exported as csv, xlsx or jsonl."), status=400)
    state = _state(request, record_type)
    try:
        file = _written(request, record_type, state, form)
    except TableError as error:
        text = _("%(reason)s Narrow the list down by filters, or export it as CSV: that has no limit.")
        messages.error(request, text % {"reason": error})
        return redirect(f"{record_type.list_url}{state.address()}")
    return FileResponse(
        file, as_attachment=True, filename=file_name(record_type, form), content_type=CONTENT_TYPES[form]
    )


def _state(request: SignedInRequest, record_type: RecordType) -> ListState:
    if request.method == "POST":
        return sent_list(request, record_type)
    views = saved_views(request.user, record_type)
    view = next((view for view in views if str(view.pk) == request.GET.get("view", "")), None)
    state = list_state(record_type, request.GET, view.query if view else None)
    return replace(state, view=view.pk if view else None)


def _chosen(request: SignedInRequest, record_type: RecordType) -> frozenset[int] | None:
    """The ticked records; None for the whole list."""
    if request.method != "POST" or request.POST.get("_all"):
        return None
    return read_selection(request, record_type).ids


def _written(request: SignedInRequest, record_type: RecordType, state: ListState, form: Format) -> BinaryIO:
    """The file, open and already without a name: it is gone when it has been sent, whatever happens."""
    folder = Path(tempfile.mkdtemp(prefix="kundenwert-export-"))
    try:
        target = folder / f"list.{form}"
        wanted: dict[str, Any] = {
            "only": _chosen(request, record_type),
            "all_fields": request.GET.get("all") == "1",
            "actor": request.user,
        }
        export_list(record_type, state, target, form, **wanted)
        return target.open("rb")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
