"""Delete a record."""

from __future__ import annotations

from django.db import transaction
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.ui.toast import toast_later
from kundenwert.foundation.web.go_to import go_to

from ..access import access_record
from ..actions.delete_records import delete_records
from ..record_type import RecordType
from .links import safe_next


@require_POST
@for_records
def delete(request: SignedInRequest, record_type: RecordType, record_id: int) -> HttpResponse:
    """POST: delete; the next page offers to undo it."""
    with transaction.atomic():
        record = access_record(request.user, record_type, record_id, "delete", lock=True)
        entry = delete_records(record_type, [record], actor=request.user)[0]
    text = _("“%(title)s” is deleted.") % {"title": record_type.title_of(record)}
    toast_later(request, text, undo_url=reverse("undo", args=[entry.pk]))
    target = safe_next(request) or record_type.list_url
    return go_to(request, target)
