"""Undo what a toast offered to undo."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.ui.toast import toast
from kundenwert.foundation.web.go_to import go_to

from ..access import require, visible
from ..actions import undo as undo_action
from ..actions.errors import CannotUndo, InvalidRecord
from ..record_type import RecordType
from ..registry import record_type_for


@require_POST
@for_records
def undo(request: SignedInRequest, entry_id: int) -> HttpResponse:
    """POST: take back an action of one's own."""
    entry = AuditEntry.objects.filter(pk=entry_id, actor=request.user).first()
    record_type = _record_type(entry)
    if entry is None or record_type is None:
        raise Http404
    require(request.user, record_type, "change")
    if (
        not entry.action.endswith(".deleted")
        and not visible(request.user, record_type).filter(pk=entry.object_id).exists()
    ):
        raise Http404
    try:
        undo_action.undo(entry, actor=request.user)
    except (CannotUndo, InvalidRecord) as error:
        return _answer(request, str(error), record_type, entry, tone="error")
    return _answer(request, _("Undone"), record_type, entry)


def _record_type(entry: AuditEntry | None) -> RecordType | None:
    try:
        return record_type_for(entry.subject) if entry else None
    except KeyError:
        return None


def _answer(
    request: SignedInRequest, text: str, record_type: RecordType, entry: AuditEntry, tone: str = "success"
) -> HttpResponse:
    """Where the record can be looked at: there; a page that shows it is loaded again."""
    target = record_type.url_of(entry.object_id or 0) if record_type.has_card else record_type.list_url
    if entry.action.endswith(".created"):
        target = record_type.list_url
    if tone != "success" and request.headers.get("HX-Request"):
        return toast(HttpResponse(status=204), text, tone=tone)
    (messages.success if tone == "success" else messages.error)(request, text)
    return go_to(request, target)
