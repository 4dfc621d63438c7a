"""Brings files in as the command line does."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from kundenwert.foundation.tabular.shape import inspect_file
from kundenwert.records.imports.prepare import new_run, propose
from kundenwert.records.imports.report import ImportReport
from kundenwert.records.imports.run import run_import
from kundenwert.records.models import ImportRun
from kundenwert.records.registry import record_type_by_slug


def bring(
    what: str, content: str | bytes | Path, *, name: str = "datei.csv", mapping: dict[str, str] | None = None,
    actor: Any = None, dry_run: bool = False, **options: Any,
) -> tuple[ImportRun, ImportReport]:  # fmt: skip
    """Import a file; the run comes back as the database has it."""
    record_type = record_type_by_slug(what)
    path = content if isinstance(content, Path) else _written(content, name)
    shape = inspect_file(path)
    chosen = replace(propose(record_type, path, shape, mapping).options, **options)
    run = new_run(record_type, shape, chosen, file_name=name, actor=actor)
    report = run_import(run, path, actor=actor, dry_run=dry_run)
    return ImportRun.objects.get(pk=run.pk), report


def _written(content: str | bytes, name: str) -> Path:
    path = Path(tempfile.mkdtemp(prefix="kundenwert-file-")) / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def counts(run: ImportRun) -> tuple[int, int, int, int, int]:
    """Rows, created, updated, unchanged, rejected."""
    return run.rows, run.created, run.updated, run.unchanged, run.rejected


def table(header: str, *rows: str) -> str:
    """Lines of a CSV with semicolons."""
    return "\r\n".join([header, *rows]) + "\r\n"
