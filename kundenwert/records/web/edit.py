"""The form of a record that has no card: all its fields at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest

from ..access import access_record
from ..actions.change_record import change_record
from ..actions.errors import Conflict, InvalidRecord
from ..record_type import RecordType
from .controls import read_fields
from .form import form_context
from .links import may_link, safe_next


@for_records
def edit(request: SignedInRequest, record_type: RecordType, record_id: int) -> HttpResponse:
    """GET: the form; POST: save, or show again: 422 with what is wrong, 409 where somebody else was faster."""
    record = access_record(request.user, record_type, record_id, "change")
    values = {field.name: getattr(record, field.kept_attribute) for field in record_type.form_fields}
    errors: dict[str, str] = {}
    status = 200
    if request.method == "POST":
        typed, errors = read_fields(record_type.form_fields, request.POST)
        errors |= may_link(request.user, record_type.form_fields, typed)
        status, errors = (422, errors) if errors else _save(request, record_type, record_id, typed)
        if not errors:
            messages.success(request, _("“%(title)s” is saved.") % {"title": record_type.title_of(record)})
            return redirect(safe_next(request) or record_type.list_url)
    heading = _("Change: %(name)s") % {"name": record_type.label}
    context = {**form_context(request, record_type, values, errors), "heading": heading, "version": record.version}
    return render(request, "records/form.html", context, status=status)


def _save(
    request: SignedInRequest, record_type: RecordType, record_id: int, typed: dict[str, Any]
) -> tuple[int, dict[str, str]]:
    """Status of the answer and what is wrong; nothing wrong: it is saved."""
    try:
        with transaction.atomic():
            record = access_record(request.user, record_type, record_id, "change", lock=True)
            _check_version(request, record_type, record)
            change_record(record_type, record, typed, actor=request.user)
    except InvalidRecord as error:
        return 422, error.errors
    except Conflict as conflict:
        message = _("Someone changed this meanwhile to “%(theirs)s”. Save again to replace it by what you typed.")
        return 409, {"": message % {"theirs": conflict.theirs}}
    return 200, {}


def _check_version(request: SignedInRequest, record_type: RecordType, record: Any) -> None:
    if request.POST.get("version", "") != str(record.version):
        raise Conflict("", record_type.title_of(record))
