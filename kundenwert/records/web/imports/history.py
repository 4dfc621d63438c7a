"""All imports."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.grants import grants
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.locale_format import format_datetime

from ...imports.access import may_import
from ...models import ImportRun
from ...queries.import_history import import_history
from ...registry import record_types
from .outcome import STATUS_TONES, number
from .result import record_type_of_run


@for_records
def history(request: SignedInRequest) -> HttpResponse:
    """GET: one's own imports, for administrators all; with `after` only further rows."""
    after = request.GET.get("after", "")
    page = import_history(request.user, after)
    context: dict[str, Any] = {
        "rows": [_row(run) for run in page.runs],
        "next_url": f"{reverse('imports')}?after={page.next_cursor}" if page.next_cursor else "",
        "is_all": grants(request.user).is_administrator,
    }
    if after and request.headers.get("HX-Request"):
        return render(request, "records/imports/parts/history_rows.html", context)
    context |= {"columns": _columns(), "types": [found for found in record_types() if may_import(request.user, found)]}
    return render(request, "records/imports/history.html", context)


def _columns() -> list[dict[str, Any]]:
    return [
        {"key": "file", "label": _("File")},
        {"key": "type", "label": _("Records")},
        {"key": "status", "label": _("Status")},
        {"key": "created", "label": _("Created"), "numeric": True},
        {"key": "updated", "label": _("Changed"), "numeric": True},
        {"key": "unchanged", "label": _("Unchanged"), "numeric": True},
        {"key": "rejected", "label": _("Rejected"), "numeric": True},
        {"key": "who", "label": _("By")},
        {"key": "when", "label": _("When")},
    ]


def _row(run: ImportRun) -> dict[str, Any]:
    record_type = record_type_of_run(run)
    return {
        "id": run.pk,
        "url": reverse("import", args=[run.pk]),
        "file": run.file_name,
        "type": record_type.label_plural if record_type else run.record_type,
        "status": run.get_status_display(),
        "tone": STATUS_TONES[run.status],
        "counts": [
            (_("Created"), number(run.created)),
            (_("Changed"), number(run.updated)),
            (_("Unchanged"), number(run.unchanged)),
            (_("Rejected"), number(run.rejected)),
        ],
        "who": run.created_by.name if run.created_by else _("Command line"),
        "when": format_datetime(run.created_at),
    }
