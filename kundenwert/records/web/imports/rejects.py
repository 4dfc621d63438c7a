"""The rows that an import rejected."""

from __future__ import annotations

from uuid import UUID

from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest

from ...imports.access import access_run


@require_safe
@for_records
def rejects(request: SignedInRequest, run_id: UUID) -> FileResponse:
    """GET: the rejected rows as a CSV to mend and import again."""
    stored = access_run(request.user, run_id).rejects
    if stored is None or not stored.path.exists():
        raise Http404
    response = FileResponse(
        stored.path.open("rb"), as_attachment=True, filename=stored.name, content_type="text/csv; charset=utf-8"
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
