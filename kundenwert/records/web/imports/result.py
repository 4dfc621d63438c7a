"""What came of an import."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...imports.report import SHOWN_PROBLEMS
from ...models import ImportRun
from ...record_type import RecordType
from ...registry import record_type_for, record_types
from .outcome import STATUS_TONES, number

Status = ImportRun.Status


def record_type_of_run(run: ImportRun) -> RecordType | None:
    """The record type of an import; None where its module has been taken out."""
    try:
        return record_type_for(run.record_type)
    except KeyError:
        return None


def result_context(run: ImportRun, record_type: RecordType | None) -> dict[str, Any]:
    """Context of the result of an import that has ended."""
    details: Mapping[str, Any] = run.details
    return {
        "status_tone": STATUS_TONES[run.status],
        "stats": _stats(run, record_type),
        "more_stats": _more_stats(details),
        "problems": sorted(details.get("problems", []), key=lambda problem: int(problem["row"])),
        "problem_note": _problem_note(run, details),
        "rejects_url": reverse("import-rejects", args=[run.pk]) if run.rejects_id else "",
        "duplicates": details.get("duplicates", []),
        "duplicate_note": _duplicate_note(details),
        "kept": _kept(details) if run.status == Status.UNDONE else "",
        "undo_problem": details.get("undo_problem", ""),
        "can_undo": run.status == Status.DONE and bool(run.created or run.updated or details.get("orders")),
        "can_retry": run.status in {Status.FAILED, Status.CANCELLED} and run.file_id is not None,
    }


def _stats(run: ImportRun, record_type: RecordType | None) -> list[dict[str, str]]:
    """What was written; an import that wrote nothing has only its rejected rows to show."""
    newest = _newest(record_type) if record_type else ""
    created = {"label": _("Created"), "value": number(run.created), "href": newest if run.created else ""}
    updated = {"label": _("Changed"), "value": number(run.updated), "href": ""}
    unchanged = {"label": _("Unchanged"), "value": number(run.unchanged), "href": ""}
    rejected = {"label": _("Rejected"), "value": number(run.rejected), "href": "#problems" if run.rejected else ""}
    if run.status == Status.DONE:
        return [created, updated, unchanged, rejected]
    return [rejected] if run.rejected else []


def _newest(record_type: RecordType) -> str:
    """The list with the newest on top, where it can be sorted so."""
    known = record_type.all_fields.get("created_at")
    return f"{record_type.list_url}?sort=-created_at" if known is not None and known.sortable else record_type.list_url


def _more_stats(details: Mapping[str, Any]) -> list[dict[str, str]]:
    """Further counts that an importer keeps: lines, and `new_…s` of records that rows only point to."""
    found = []
    if details.get("orders"):
        found.append({"label": _("Orders created"), "value": number(details["orders"])})
    if details.get("lines"):
        found.append({"label": _("Lines created"), "value": number(details["lines"])})
    for record_type in record_types():
        count = details.get(f"new_{record_type.model._meta.model_name}s")
        if count:
            label = _("%(records)s created along with it") % {"records": record_type.label_plural}
            found.append({"label": label, "value": number(count), "href": _newest(record_type)})
    return found


def _problem_note(run: ImportRun, details: Mapping[str, Any]) -> str:
    if run.rejected <= len(details.get("problems", [])):
        return ""
    text = _("The first %(shown)s of %(all)s problems are shown; the file holds all of them.")
    return text % {"shown": number(min(SHOWN_PROBLEMS, run.rejected)), "all": number(run.rejected)}


def _duplicate_note(details: Mapping[str, Any]) -> str:
    count, shown = details.get("duplicate_count", 0), len(details.get("duplicates", []))
    if not count:
        return ""
    text = ngettext(
        "One new record looks like one that was already there. It was created all the same; look at both.",
        "%(count)s new records look like ones that were already there. They were created all the same; look at them.",
        count,
    ) % {"count": number(count)}
    return text if count <= shown else f"{text} {_('The first %(shown)s are shown.') % {'shown': number(shown)}}"


def _kept(details: Mapping[str, Any]) -> str:
    kept = details.get("kept", 0)
    if not kept:
        return ""
    return ngettext(
        "One record was kept as it is, because somebody has changed it since.",
        "%(count)s records were kept as they are, because somebody has changed them since.",
        kept,
    ) % {"count": number(kept)}
