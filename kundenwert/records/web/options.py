"""Entries to choose from in a field that links to a record."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kundenwert.foundation.access.decorators import for_records

from ..access import require
from ..queries.search_records import search_records
from ..record_type import RecordType


@for_records
def options(request: HttpRequest, record_type: RecordType) -> HttpResponse:
    """GET `q`: up to ten records whose words match; without words the newest."""
    require(request.user, record_type, "see")
    hits = search_records(request.user, record_type, request.GET.get("q", ""), limit=10)
    return render(request, "records/parts/options.html", {"hits": hits})
