"""The page of a run over many records: how far it is, what came of it, stopping it and taking it back."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.locale_format import format_decimal
from kundenwert.foundation.web.go_to import go_to
from kundenwert.foundation.web.healthz import worker_alive

from ..actions.cancel_bulk_run import cancel_bulk_run
from ..actions.errors import CannotUndo
from ..actions.undo_bulk_run import ENDED, undo_bulk_run
from ..bulk.access import access_bulk_run
from ..bulk.words import run_words
from ..models import BulkRun
from ..registry import record_type_for
from .bulk import done_words

Status = BulkRun.Status
WORKING = {Status.QUEUED, Status.RUNNING, Status.UNDOING}


@for_records
def bulk_run(request: SignedInRequest, run_id: UUID) -> HttpResponse:
    """GET: the page of a run; asked by htmx, only the part that changes."""
    run = access_bulk_run(request.user, run_id)
    template = "records/bulk/state.html" if request.headers.get("HX-Request") else "records/bulk/run.html"
    return render(request, template, _context(run))


@require_POST
@for_records
def cancel(request: SignedInRequest, run_id: UUID) -> HttpResponse:
    """POST: stop after the batch that is being written; answers the part of the page that changes."""
    run = cancel_bulk_run(access_bulk_run(request.user, run_id))
    if not request.headers.get("HX-Request"):
        return redirect("bulk-run", run.pk)
    response = render(request, "records/bulk/state.html", _context(run))
    response["HX-Retarget"] = "#bulk-state"
    return response


@require_POST
@for_records
def undo(request: SignedInRequest, run_id: UUID) -> HttpResponse:
    """POST: take the run back; a small one leads back to the list, a large one to its page."""
    run = access_bulk_run(request.user, run_id)
    target = reverse("bulk-run", args=[run.pk])
    try:
        run = undo_bulk_run(run)
    except CannotUndo as error:
        messages.error(request, str(error))
    else:
        if run.status == Status.UNDONE and not run.kept:
            messages.success(request, _("Undone"))
            target = record_type_for(run.record_type).list_url
    return go_to(request, target)


def _context(run: BulkRun) -> dict[str, Any]:
    record_type = record_type_for(run.record_type)
    working = run.status in WORKING
    return {
        "run": run,
        "record_type": record_type,
        "title": run_words(run),
        "is_working": working,
        "no_worker": working and not worker_alive(),
        "can_undo": run.status in ENDED and run.changed > 0,
        "stats": _stats(run),
        "heading": "" if working else _heading(run),
        "more_problems": max(0, run.skipped - len(run.problems)),
        **(_progress(run) if working else {}),
    }


def _progress(run: BulkRun) -> dict[str, Any]:
    if run.status == Status.UNDOING:
        done = run.changes.filter(state__in=["undone", "kept"]).count()
        label, of = _("The run is being taken back"), run.changed
    else:
        done, of = run.changed + run.unchanged + run.skipped, run.total
        label = _("Stopping after this batch") if run.cancel_requested else _("The records are being worked on")
    detail = _("%(done)s of %(total)s") % {"done": format_decimal(done, 0), "total": format_decimal(of, 0)}
    return {
        "label": label,
        "value": int(100 * done / of) if of else 0,
        "detail": detail,
        "can_cancel": run.status != Status.UNDOING and not run.cancel_requested,
    }


def _heading(run: BulkRun) -> str:
    if run.status == Status.UNDONE:
        return _("Taken back")
    if run.status == Status.FAILED:
        return _("The run stopped because of a fault in the program; what was done can be taken back.")
    if run.status == Status.CANCELLED:
        return _("Stopped: %(done)s") % {"done": done_words(run)}
    return done_words(run)


def _stats(run: BulkRun) -> list[dict[str, str]]:
    changed = _("Deleted") if run.verb == BulkRun.Verb.DELETE else _("Changed")
    figures = [
        (_("Selected"), run.total, True),
        (_("Taken back"), run.changed - run.kept, True)
        if run.status == Status.UNDONE
        else (changed, run.changed, True),
        (_("Had the value already"), run.unchanged, False),
        (_("Left out"), run.skipped, False),
        (ngettext("Kept, for it was changed since", "Kept, for they were changed since", run.kept), run.kept, False),
    ]
    return [{"label": label, "value": format_decimal(value, 0)} for label, value, always in figures if always or value]
