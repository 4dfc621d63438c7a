"""The form for a new record."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest

from ..access import require
from ..actions.create_record import create_record
from ..actions.errors import InvalidRecord
from ..record_type import RecordType
from .controls import read_fields
from .form import form_context
from .links import may_link, safe_next


@for_records
def new(request: SignedInRequest, record_type: RecordType) -> HttpResponse:
    """GET: the form; POST: create, or show again with what is wrong."""
    require(request.user, record_type, "create")
    fields = record_type.form_fields
    values: dict[str, Any] = {**record_type.defaults(request), **_from_address(request, record_type)}
    errors: dict[str, str] = {}
    if request.method == "POST":
        typed, errors = read_fields(fields, request.POST)
        errors |= may_link(request.user, fields, typed)
        values |= typed
        if not errors:
            try:
                record = create_record(record_type, values, actor=request.user)
            except InvalidRecord as error:
                errors = error.errors
            else:
                messages.success(request, _("“%(title)s” is saved.") % {"title": record_type.title_of(record)})
                return redirect(safe_next(request) or record_type.url_after_creating(record.pk))
    heading = _("New: %(name)s") % {"name": record_type.label}
    context = {**form_context(request, record_type, values, errors), "heading": heading}
    return render(request, "records/form.html", context, status=422 if errors else 200)


def _from_address(request: SignedInRequest, record_type: RecordType) -> dict[str, Any]:
    """Values a link may carry along, such as the customer of a new contact."""
    known = {field.name: field for field in record_type.form_fields}
    given = {name: request.GET.get(name, "") for name in known if name in request.GET}
    return {name: known[name].from_json(int(text)) for name, text in given.items() if text.isdecimal()}
