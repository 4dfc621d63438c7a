"""Entries to choose from in a field that links to a record."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest

from ..access import require
from ..queries.search_records import newest_records, search_records
from ..record_type import RecordType

LIMIT = 10


@for_records
def options(request: SignedInRequest, record_type: RecordType) -> HttpResponse:
    """GET `q`: up to ten records whose words match; without words the newest."""
    require(request.user, record_type, "see")
    typed = request.GET.get("q", "").strip()
    if typed:
        hits = search_records(request.user, [record_type], typed, limit=LIMIT).get(record_type.key, [])
    else:
        hits = newest_records(request.user, record_type, limit=LIMIT)
    return render(request, "records/parts/options.html", {"hits": hits})
