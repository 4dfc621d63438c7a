"""Put a field back to what it was before a change that the timeline shows."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.ui.toast import toast, toast_later
from kundenwert.foundation.web.go_to import go_to

from ..access import access_record
from ..actions.change_record import change_record
from ..actions.errors import InvalidRecord
from ..fields import Field, FieldError
from ..record_type import RecordType
from .links import require_link


@require_POST
@for_records
def restore_value(
    request: SignedInRequest, record_type: RecordType, record_id: int, entry_id: int, name: str
) -> HttpResponse:
    """POST: the value of a field before the change `entry_id`; leads to the card, with a way to undo it."""
    try:
        with transaction.atomic():
            record = access_record(request.user, record_type, record_id, "change", lock=True)
            entry = AuditEntry.objects.filter(pk=entry_id, subject=record_type.key, object_id=record_id).first()
            field = record_type.all_fields.get(name)
            if entry is None or field is None or not field.editable or name not in (entry.before or {}):
                raise Http404
            value = _former(request, field, entry)
            done = change_record(record_type, record, {name: value}, actor=request.user)
    except (FieldError, InvalidRecord) as error:
        return toast(HttpResponse(status=204), str(error), tone="danger")
    if done is None:
        return toast(HttpResponse(status=204), _("%(label)s has this value now.") % {"label": field.label}, tone="info")
    text = _("%(label)s is again what it was before") % {"label": field.label}
    toast_later(request, text, undo_url=reverse("undo", args=[done.pk]))
    return go_to(request, record_type.url_of(record_id))


def _former(request: SignedInRequest, field: Field, entry: AuditEntry) -> object:
    return require_link(request.user, field, field.check(field.from_json((entry.before or {})[field.name])))
