"""The bin of a record type: what was deleted in the last weeks can be brought back."""

from __future__ import annotations

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest

from ..access import BIN_DAYS, deleted, require
from ..actions.errors import CannotUndo, InvalidRecord
from ..actions.restore_record import restore_record
from ..queries.deleted_records import LIMIT, deleted_records
from ..record_type import RecordType


@require_GET
@for_records
def bin_page(request: SignedInRequest, record_type: RecordType) -> HttpResponse:
    """GET: the records deleted last."""
    require(request.user, record_type, "delete")
    found = deleted_records(request.user, record_type, limit=LIMIT + 1)
    context = {"record_type": record_type, "deleted": found[:LIMIT], "days": BIN_DAYS, "limit": LIMIT}
    return render(request, "records/bin.html", context | {"more": len(found) > LIMIT})


@require_POST
@for_records
def restore(request: SignedInRequest, record_type: RecordType, record_id: int) -> HttpResponse:
    """POST: bring a record back; leads to its card."""
    require(request.user, record_type, "delete")
    try:
        with transaction.atomic():
            record = deleted(request.user, record_type).select_for_update(of=("self",)).filter(pk=record_id).first()
            if record is None:
                raise Http404
            restore_record(record_type, record, actor=request.user)
    except (CannotUndo, InvalidRecord) as error:
        messages.error(request, str(error))
        return redirect(f"{record_type.slug}-bin")
    messages.success(request, _("%(title)s is back") % {"title": record_type.title_of(record)})
    return redirect(record_type.url_after_creating(record_id))
