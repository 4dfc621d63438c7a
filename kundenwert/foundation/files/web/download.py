"""Download a file."""

from __future__ import annotations

from django.http import FileResponse, Http404

from ...access.decorators import signed_in
from ...access.requests import SignedInRequest
from ..access import may_open
from ..models import StoredFile

SHOWN_IN_BROWSER = {"application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"}
"""Types that cannot run a script; everything else is saved, never shown."""


@signed_in
def download(request: SignedInRequest, file_id: int) -> FileResponse:
    """GET: the file, for those who may see the record it hangs on; 404 for all others."""
    stored = StoredFile.objects.filter(pk=file_id).first()
    if stored is None or not may_open(request.user, stored.subject, stored.object_id) or not stored.path.exists():
        raise Http404
    shown = stored.content_type in SHOWN_IN_BROWSER
    response = FileResponse(
        stored.path.open("rb"), as_attachment=not shown, filename=stored.name, content_type=stored.content_type
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
