"""The timeline on the card, page by page."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.locale_format import format_day

from ..access import access_record, may_with
from ..queries.timeline_page import TimelinePage, readable_sources, timeline_page
from ..record_type import RecordType


@for_records
def timeline(request: SignedInRequest, record_type: RecordType, record_id: int) -> HttpResponse:
    """GET: further entries (`before`), or those of one source (`only`)."""
    record = access_record(request.user, record_type, record_id)
    template = "records/parts/timeline_page.html" if request.GET.get("before") else "records/parts/timeline.html"
    return render(request, template, timeline_context(request, record_type, record))


def timeline_context(request: SignedInRequest, record_type: RecordType, record: Any) -> dict[str, Any]:
    """What the timeline templates show."""
    only, before = request.GET.get("only", ""), _time(request.GET.get("before", ""))
    page = timeline_page(request.user, record_type, record, before=before, only=only)
    url = reverse(f"{record_type.slug}-timeline", args=[record.pk])
    older = f"{url}?only={only}&before={page.older_than.timestamp()}" if page.older_than else ""
    return {
        "timeline_days": _by_day(page),
        "timeline_older": older,
        "timeline_url": url,
        "timeline_may_restore": may_with(request.user, record_type, record, "change"),
        "timeline_filters": _filters(request, record_type, url, only),
    }


def _filters(request: SignedInRequest, record_type: RecordType, url: str, only: str) -> list[dict[str, Any]]:
    readable = readable_sources(request.user, record_type)
    sources = [(key, str(label)) for source in readable for key, label in source.filters.items()]
    return [
        {"label": label, "url": f"{url}?only={key}", "active": key == only}
        for key, label in [("", _("Everything")), *sources, ("changes", _("Changes"))]
    ]


def _by_day(page: TimelinePage) -> list[dict[str, Any]]:
    days: list[dict[str, Any]] = []
    for entry in page.entries:
        local = timezone.localtime(entry.at)
        if not days or days[-1]["date"] != local.date():
            days.append({"date": local.date(), "label": _day_label(local), "entries": []})
        days[-1]["entries"].append({"entry": entry, "time": f"{local:%H:%M}", "datetime": local.isoformat()})
    return days


def _day_label(local: datetime) -> str:
    distance = (timezone.localdate() - local.date()).days
    return {0: _("Today"), 1: _("Yesterday")}.get(distance) or format_day(local.date())


def _time(text: str) -> datetime | None:
    try:
        return datetime.fromtimestamp(float(text), tz=timezone.get_current_timezone())
    except (ValueError, OverflowError, OSError):
        return None
