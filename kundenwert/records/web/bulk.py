"""Work on many records of a list: choose a field and its value, or delete."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.locale_format import format_decimal
from kundenwert.foundation.ui.toast import toast, toast_later
from kundenwert.foundation.web.go_to import go_to

from ..access import readable_fields, require
from ..actions.start_bulk_run import start_bulk_run
from ..bulk.access import bulk_fields
from ..bulk.selection import Selection
from ..fields import Field, FieldError, TagsField
from ..models import BulkRun
from ..queries.list_state import ListState, list_state
from ..record_type import RecordType
from .controls import control, typed_value
from .links import require_link

Verb = BulkRun.Verb
MODES = ("add", "remove", "")


@require_POST
@for_records
def bulk(request: SignedInRequest, record_type: RecordType) -> HttpResponseBase:
    """POST `ids` or `_all` with `_list`: `_verb` delete, or change; without `_field` the dialog that asks for it."""
    verb = Verb.DELETE if request.POST.get("_verb") == "delete" else Verb.CHANGE
    require(request.user, record_type, verb)
    selection = read_selection(request, record_type)
    if selection.state is None and not selection.ids:
        return _told(request, record_type, _("No record is selected."))
    if verb == Verb.DELETE:
        return _started(request, record_type, start_bulk_run(selection, verb, actor=request.user))
    field = _field(record_type, request.POST.get("_field", ""))
    if field is None:
        return _dialog(request, record_type, None)
    try:
        value = require_link(request.user, field, field.clean_many(request.POST.getlist(field.name)))
    except FieldError as error:
        return _dialog(request, record_type, field, str(error), status=422)
    mode = request.POST.get("_mode", "") if isinstance(field, TagsField) else ""
    if mode not in MODES:
        mode = ""
    run = start_bulk_run(selection, verb, actor=request.user, field=field.name, mode=mode, value=value)
    return _started(request, record_type, run)


@require_GET
@for_records
def bulk_control(request: SignedInRequest, record_type: RecordType) -> HttpResponse:
    """GET `_field`: the input of the field that was chosen in the dialog."""
    require(request.user, record_type, Verb.CHANGE)
    context = _control_context(request, _field(record_type, request.GET.get("_field", "")), "")
    return render(request, "records/bulk/control.html", context)


def read_selection(request: SignedInRequest, record_type: RecordType) -> Selection:
    """What was chosen: ticked records, or the whole list with its filters."""
    if request.POST.get("_all"):
        return Selection(record_type, state=sent_list(request, record_type))
    ids = (int(each) for each in request.POST.getlist("ids") if each.isdecimal() and len(each) < 19)
    return Selection(record_type, frozenset(ids))


def sent_list(request: SignedInRequest, record_type: RecordType) -> ListState:
    """The list whose address came along as `_list`."""
    address = QueryDict(request.POST.get("_list", "").lstrip("?"))
    return list_state(record_type, address, None, readable_fields(request.user, record_type))


def _field(record_type: RecordType, name: str) -> Field | None:
    return next((field for field in bulk_fields(record_type) if field.name == name), None)


def _dialog(
    request: SignedInRequest, record_type: RecordType, field: Field | None, error: str = "", status: int = 200
) -> HttpResponse:
    fields = [(each.name, str(each.label)) for each in bulk_fields(record_type)]
    context = {
        "record_type": record_type,
        "fields": sorted(fields, key=lambda each: each[1].casefold()),
        "ids": request.POST.getlist("ids") if not request.POST.get("_all") else [],
        "all": request.POST.get("_all", ""),
        "list": request.POST.get("_list", ""),
        "heading": _heading(request),
        "chosen": field.name if field else "",
        **_control_context(request, field, error),
    }
    return render(request, "records/bulk/dialog.html", context, status=status)


def _control_context(request: SignedInRequest, field: Field | None, error: str) -> dict[str, Any]:
    if field is None:
        return {"control": "", "modes": []}
    typed = typed_value(request, field) if request.method == "POST" else None
    modes = (("add", _("Add")), ("remove", _("Remove")), ("", _("Replace"))) if isinstance(field, TagsField) else ()
    return {"control": control(request, field, None, typed=typed, error=error, focus=True), "modes": modes}


def _heading(request: SignedInRequest) -> str:
    if request.POST.get("_all"):
        return _("Change a field of all records of the list")
    count = len(request.POST.getlist("ids"))
    text = ngettext("Change a field of one record", "Change a field of %(count)s records", count)
    return text % {"count": format_decimal(count, 0)}


def _started(request: SignedInRequest, record_type: RecordType, run: BulkRun) -> HttpResponse:
    """A small run has ended already: back to the list, with a way to undo it. A large one is watched on its page."""
    target = reverse("bulk-run", args=[run.pk])
    if run.status == BulkRun.Status.DONE and not run.skipped:
        target = f"{record_type.list_url}{request.POST.get('_list', '')}"
        toast_later(request, done_words(run), undo_url=reverse("bulk-run-undo", args=[run.pk]) if run.changed else "")
    return go_to(request, target)


def done_words(run: BulkRun) -> str:
    """How many records were changed or deleted."""
    number = {"count": format_decimal(run.changed, 0)}
    if run.verb == Verb.DELETE:
        return ngettext("One record deleted", "%(count)s records deleted", run.changed) % number
    if not run.changed:
        return _("All records had this value already.")
    return ngettext("One record changed", "%(count)s records changed", run.changed) % number


def _told(request: SignedInRequest, record_type: RecordType, text: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return toast(HttpResponse(status=204), text, tone="warning")
    toast_later(request, text, tone="warning")
    return redirect(record_type.list_url)
