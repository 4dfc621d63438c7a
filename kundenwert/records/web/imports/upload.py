"""The first step of an import: the file."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django_htmx.http import HttpResponseClientRedirect

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.files.store import MEGABYTE, FileTooLarge
from kundenwert.foundation.locale_format import format_decimal
from kundenwert.foundation.tabular.errors import TableError

from ...actions.upload_import import upload_import
from ...imports.access import require_import
from ...imports.run import importer_class
from ...models import ImportRun
from ...record_type import RecordType
from .steps import steps


@for_records
def upload(request: SignedInRequest, record_type: RecordType) -> HttpResponse:
    """GET: choose a file; POST `file`: look at it and go on to the mapping, or say why that is not possible (422)."""
    require_import(request.user, record_type)
    error = ""
    if request.method == "POST":
        try:
            run = _take_in(request, record_type)
        except (TableError, FileTooLarge) as refused:
            error = str(refused)
        else:
            target = reverse("import-mapping", args=[run.pk])
            return HttpResponseClientRedirect(target) if request.headers.get("HX-Request") else redirect(target)
    context = {
        "record_type": record_type,
        "steps": steps(0),
        "error": error,
        "limit": _limit(),
        "fields": [field.label for field in importer_class(record_type).fields(record_type)],
    }
    return render(request, "records/imports/upload.html", context, status=422 if error else 200)


def _take_in(request: SignedInRequest, record_type: RecordType) -> ImportRun:
    """The import of the uploaded file. Raises TableError and FileTooLarge with a reason for the user."""
    sent = request.FILES.get("file")
    if not isinstance(sent, TemporaryUploadedFile):
        raise TableError(_("Please choose a file."))
    if (sent.size or 0) > settings.UPLOAD_LIMIT:
        raise FileTooLarge(_("The file is larger than %(limit)s.") % {"limit": _limit()})
    path = Path(sent.temporary_file_path())
    return upload_import(record_type, path, file_name=sent.name or _("File"), actor=request.user)


def _limit() -> str:
    megabytes = settings.UPLOAD_LIMIT / MEGABYTE
    if megabytes >= 1024:
        return f"{format_decimal(megabytes / 1024, 0 if megabytes % 1024 == 0 else 1)} GB"
    return f"{format_decimal(megabytes, 0)} MB"
