"""The second step of an import: which column goes where, and what would come of it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.tabular.errors import TableError

from ...actions.correct_import_file import correct_import_file
from ...actions.start_import import CannotStart, start_import, startable
from ...imports.access import access_run, require_import
from ...imports.preview import preview_import
from ...imports.sample import sample_rows
from ...models import ImportRun
from ...registry import record_type_for
from .chosen import Chosen, Source, proposed, read_choices
from .column_rows import column_rows, target_choices
from .file_facts import delimiter_choices, encoding_choices, read_corrections
from .outcome import preview_context
from .rules import rules
from .steps import steps


@for_records
def mapping(request: SignedInRequest, run_id: UUID) -> HttpResponse:
    """GET: the page; POST: `correct` reads the file differently, `start` starts, anything else renews the preview."""
    run = access_run(request.user, run_id)
    require_import(request.user, record_type_for(run.record_type))
    try:
        startable(run)
        return _answer(request, run)
    except CannotStart as error:
        if request.method == "POST":
            messages.warning(request, str(error))
        return redirect("import", run.pk)


def _answer(request: SignedInRequest, run: ImportRun) -> HttpResponse:
    if "correct" in request.POST:
        return _correct(request, run)
    source = Source.of(run, record_type_for(run.record_type))
    chosen = read_choices(source, request.POST) if request.method == "POST" else proposed(source)
    if "start" not in request.POST:
        return _page(request, source, chosen)
    if chosen.errors:
        return _page(request, source, chosen, status=422)
    start_import(run, chosen.options, actor=request.user)
    return redirect("import", run.pk)


def _correct(request: SignedInRequest, run: ImportRun) -> HttpResponse:
    try:
        correct_import_file(run, **read_corrections(request.POST), actor=request.user)  # type: ignore[arg-type]
    except TableError as error:
        source = Source.of(run, record_type_for(run.record_type))
        return _page(request, source, proposed(source), file_error=str(error), status=422)
    return redirect("import-mapping", run.pk)


def _page(
    request: SignedInRequest, source: Source, chosen: Chosen, *, file_error: str = "", status: int = 200
) -> HttpResponse:
    """The page, or only its form where htmx asks for it."""
    context = {"run": source.run, "record_type": source.record_type, "steps": steps(1), "file_error": file_error}
    try:
        context |= _form(request, source, chosen)
    except TableError as error:  # a workbook that breaks below its first rows
        context["file_error"] = str(error)
    if request.headers.get("HX-Request"):
        return render(request, "records/imports/parts/mapping_form.html", context, status=status)
    return render(request, "records/imports/mapping.html", context | _file(source), status=status)


def _form(request: SignedInRequest, source: Source, chosen: Chosen) -> dict[str, Any]:
    path = startable(source.run).path
    sample = sample_rows(path, source.shape)
    preview = preview_import(source.record_type, path, source.shape, chosen.options, actor=request.user)
    return {
        "columns": column_rows(source, chosen, sample.rows),
        "hidden_columns": len(source.shape.columns) - len(source.columns),
        "targets": target_choices(source),
        "rules": rules(source, chosen.options),
        "error": chosen.errors.get("", ""),
        "has_errors": bool(chosen.errors),
        **preview_context(preview),
    }


def _file(source: Source) -> dict[str, Any]:
    return {
        "shape": source.shape,
        "encodings": encoding_choices(source.shape),
        "delimiters": delimiter_choices(source.shape),
        "sheets": [(name, name) for name in source.shape.sheets],
    }
