"""Counts, badges and problems of an import, ready to show."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kundenwert.foundation.locale_format import format_decimal

from ...imports.preview import Preview
from ...imports.report import ImportReport
from ...models import ImportRun

OUTCOME_TONES = {"created": "success", "updated": "info", "unchanged": "neutral", "rejected": "danger"}
STATUS_TONES = {
    ImportRun.Status.UPLOADED.value: "neutral",
    ImportRun.Status.QUEUED.value: "info",
    ImportRun.Status.RUNNING.value: "info",
    ImportRun.Status.DONE.value: "success",
    ImportRun.Status.FAILED.value: "danger",
    ImportRun.Status.CANCELLED.value: "neutral",
    ImportRun.Status.UNDONE.value: "warning",
}


def number(value: float) -> str:
    """A count with its thousands marked."""
    return format_decimal(value, 0)


def outcome_labels() -> dict[str, str]:
    """What became of a row."""
    return {
        "created": _("new"),
        "updated": _("changed"),
        "unchanged": _("unchanged"),
        "rejected": _("rejected"),
        "": _("not checked"),
    }


def preview_context(preview: Preview) -> dict[str, Any]:
    """Context of the preview: rows, counts, the sentence above them."""
    labels = outcome_labels()
    return {
        "preview_columns": [
            {"key": "row", "label": _("Row"), "numeric": True},
            {"key": "outcome", "label": _("Outcome")},
            *({"key": c.header, "label": str(c.field.label), "numeric": c.field.numeric} for c in preview.columns),
        ],
        "preview_rows": [
            {"row": row, "label": labels[row.outcome], "tone": OUTCOME_TONES.get(row.outcome, "neutral")}
            for row in preview.rows
        ],
        "span": len(preview.columns) + 2,
        "is_tried": preview.report is not None,
        "counts": _counts(preview.report, labels) if preview.report else [],
        "checked": _checked(preview),
    }


def _counts(report: ImportReport, labels: dict[str, str]) -> list[dict[str, str]]:
    found = report.details.get("duplicate_count", 0)
    twice = {
        "label": ngettext("likely duplicate", "likely duplicates", found),
        "value": number(found),
        "tone": "warning",
    }
    return [*_row_counts(report, labels), *([twice] if found else [])]


def _row_counts(report: ImportReport, labels: dict[str, str]) -> list[dict[str, str]]:
    return [
        {"label": labels[name], "value": number(getattr(report, name)), "tone": tone}
        for name, tone in OUTCOME_TONES.items()
        if getattr(report, name)
    ]


def _checked(preview: Preview) -> str:
    if preview.report is None:
        return ""
    rows = preview.report.rows
    if preview.is_whole:
        text = ngettext("The only row was checked.", "All %(rows)s rows were checked.", rows)
    else:
        text = _("The first %(rows)s rows were checked.")
    return text % {"rows": number(rows)}
