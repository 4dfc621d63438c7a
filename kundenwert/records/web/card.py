"""The card of a record: facts, panels, timeline."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest

from ..access import access_record, may, may_with
from ..record_type import RecordType, ShownPanel
from ..registry import record_type_for
from .facts import fact, fact_sections
from .timeline import timeline_context


@for_records
def card(request: SignedInRequest, record_type: RecordType, record_id: int) -> HttpResponse:
    """GET: the page of one record."""
    record = access_record(request.user, record_type, record_id)
    context = _context(request, record_type, record)
    context |= {
        "panels": _panels(request, record_type, record),
        "can_delete": may_with(request.user, record_type, record, "delete"),
        "delete_url": reverse(f"{record_type.slug}-delete", args=[record_id]),
        **timeline_context(request, record_type, record),
    }
    return render(request, "records/card.html", context)


@for_records
def preview(request: SignedInRequest, record_type: RecordType, record_id: int) -> HttpResponse:
    """GET: the side panel of one record."""
    record = access_record(request.user, record_type, record_id)
    return render(request, "records/parts/preview.html", _context(request, record_type, record))


def _context(request: SignedInRequest, record_type: RecordType, record: Any) -> dict[str, Any]:
    editable = may_with(request.user, record_type, record, "change")
    return {
        "record_type": record_type,
        "record": record,
        "title": record_type.title_of(record),
        "url": record_type.url_of(record.pk),
        "subtitle": [
            fact(record_type, record, record_type.field(name), editable=False) for name in record_type.card.subtitle
        ],
        "sections": fact_sections(record_type, record, editable=editable),
    }


def _panels(request: SignedInRequest, record_type: RecordType, record: Any) -> dict[str, list[ShownPanel]]:
    """Panels by side, without those whose records the reader may not see."""
    sides: dict[str, list[ShownPanel]] = {"start": [], "main": [], "end": [], "actions": []}
    for panel in record_type.panels:
        if panel.subject and not may(request.user, record_type_for(panel.subject), "see"):
            continue
        context = panel.context(request, record)
        if context is not None:
            sides[panel.side].append(ShownPanel(panel.template, {"record": record, **context}))
    return sides
