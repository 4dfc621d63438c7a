"""The third and fourth step of an import: how far it is, and what came of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.web.healthz import worker_alive

from ...actions.cancel_import import cancel_import
from ...imports.access import access_run, may_import
from ...models import ImportRun
from .outcome import number
from .result import record_type_of_run, result_context
from .steps import steps

Status = ImportRun.Status
WORKING = (Status.QUEUED, Status.RUNNING)


@for_records
def progress(request: SignedInRequest, run_id: UUID) -> HttpResponse:
    """GET: the page of an import; asked by htmx, only the part that changes."""
    run = access_run(request.user, run_id)
    if run.status == Status.UPLOADED:
        return redirect("import-mapping", run.pk)
    template = "records/imports/parts/state.html" if request.headers.get("HX-Request") else "records/imports/run.html"
    return render(request, template, state_context(request, run))


@require_POST
@for_records
def cancel(request: SignedInRequest, run_id: UUID) -> HttpResponse:
    """POST: cancel; answers the part of the page that changes. A file that never ran leads back to its list."""
    run = access_run(request.user, run_id)
    was_prepared = run.status == Status.UPLOADED
    run = cancel_import(run, actor=request.user)
    if not request.headers.get("HX-Request"):
        record_type = record_type_of_run(run)
        return redirect(record_type.list_url if was_prepared and record_type else reverse("import", args=[run.pk]))
    response = render(request, "records/imports/parts/state.html", state_context(request, run))
    response["HX-Retarget"] = "#import-state"
    return response


def state_context(request: SignedInRequest, run: ImportRun) -> dict[str, Any]:
    """Context of the part of the page that changes."""
    record_type = record_type_of_run(run)
    is_undoing = bool(run.details.get("undoing")) and run.status == Status.DONE
    is_working = run.status in WORKING or is_undoing
    context: dict[str, Any] = {
        "run": run,
        "record_type": record_type,
        "steps": steps(2 if run.status in WORKING else 4),
        "is_working": is_working,
        "no_worker": is_working and not worker_alive(),
        "may_act": record_type is not None and may_import(request.user, record_type),
    }
    if is_undoing:
        return context | {"label": _("The import is being taken back"), "value": "", "detail": ""}
    if run.status in WORKING:
        return context | _working(run)
    return context | result_context(run, record_type)


def _working(run: ImportRun) -> dict[str, Any]:
    """What the bar shows; without a value it only says that something is going on."""
    if run.cancel_requested:
        return {"label": _("The import is being cancelled"), "value": "", "detail": ""}
    if run.status == Status.QUEUED:
        return {"label": _("The import starts in a moment"), "value": "", "detail": "", "can_cancel": True}
    percent = min(99, int(run.progress * 100))
    detail = _("%(percent)d %% · %(rows)s rows") % {"percent": percent, "rows": number(run.rows)}
    return {"label": _("The import is running"), "value": percent, "detail": detail, "can_cancel": True}
