"""Editing one field in place."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.ui.toast import toast

from ..access import access_record
from ..actions.change_record import change_record
from ..actions.errors import Conflict, InvalidRecord
from ..fields import Field, FieldError
from ..record_type import RecordType
from .controls import control, typed_value
from .facts import fact
from .links import require_link


@for_records
def edit_field(request: SignedInRequest, record_type: RecordType, record_id: int, name: str) -> HttpResponse:
    """GET: the input (`cancel`: the value); POST: save it.

    Answers 422 with the input again for a bad value, 409 with both values where somebody else was faster.
    """
    field = record_type.all_fields.get(name)
    if field is None or not field.editable:
        raise Http404
    if request.method == "POST" and "keep" not in request.POST:
        return _save(request, record_type, record_id, field)
    record = access_record(request.user, record_type, record_id, "change")
    if request.method == "POST" or "cancel" in request.GET:
        return _shown(request, record_type, record, field)
    return _form(request, record_type, record, field)


def _save(request: SignedInRequest, record_type: RecordType, record_id: int, field: Field) -> HttpResponse:
    try:
        with transaction.atomic():
            record = access_record(request.user, record_type, record_id, "change", lock=True)
            entry = _change(request, record_type, record, field)
    except (FieldError, InvalidRecord, Conflict) as error:
        record = access_record(request.user, record_type, record_id, "change")
        return _refused(request, record_type, record, field, error)
    response = _shown(request, record_type, record, field)
    if entry:
        toast(response, _("%(label)s saved") % {"label": field.label}, undo_url=reverse("undo", args=[entry.pk]))
    return response


def _change(request: SignedInRequest, record_type: RecordType, record: Any, field: Field) -> AuditEntry | None:
    value = require_link(request.user, field, field.clean_many(request.POST.getlist(field.name)))
    overwrite = "overwrite" in request.POST
    expected = {} if overwrite or "was" not in request.POST else {field.name: request.POST["was"]}
    return change_record(record_type, record, {field.name: value}, actor=request.user, expected=expected)


def _refused(
    request: SignedInRequest, record_type: RecordType, record: Any, field: Field, error: Exception
) -> HttpResponse:
    if isinstance(error, Conflict):
        return _form(request, record_type, record, field, theirs=str(error.theirs) or _("(empty)"), status=409)
    message = error.errors.get(field.name) or str(error) if isinstance(error, InvalidRecord) else str(error)
    return _form(request, record_type, record, field, error=message, status=422)


def _shown(request: SignedInRequest, record_type: RecordType, record: Any, field: Field) -> HttpResponse:
    record = record_type.live().get(pk=record.pk)
    return render(request, "records/parts/fact_value.html", {"fact": fact(record_type, record, field, editable=True)})


def _form(
    request: SignedInRequest,
    record_type: RecordType,
    record: Any,
    field: Field,
    *,
    error: str = "",
    theirs: str = "",
    status: int = 200,
) -> HttpResponse:
    typed = typed_value(request, field) if request.method == "POST" else None
    kept = getattr(record, field.kept_attribute)
    context = {
        "fact": fact(record_type, record, field, editable=True),
        "control": control(request, field, kept, typed=typed, label=False, focus=True),
        "was": request.POST.get("was") or field.form_value(*field.values(record)),
        "error": error,
        "theirs": theirs,
    }
    return render(request, "records/parts/fact_form.html", context, status=status)
