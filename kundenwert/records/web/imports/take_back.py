"""Take back an import."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest

from ...actions.errors import CannotUndo
from ...actions.take_back_import import take_back_import
from ...imports.access import access_run, require_import
from ...models import ImportRun
from ...registry import record_type_for


@require_POST
@for_records
def take_back(request: SignedInRequest, run_id: UUID) -> HttpResponse:
    """POST: take back all that the import did, at once or (many records) in the background."""
    run = access_run(request.user, run_id)
    require_import(request.user, record_type_for(run.record_type))
    try:
        run = take_back_import(run, actor=request.user)
    except CannotUndo as error:
        messages.error(request, str(error))
    else:
        if run.status == ImportRun.Status.UNDONE:
            messages.success(request, _("The import of “%(file)s” is undone.") % {"file": run.file_name})
    return redirect("import", run.pk)
