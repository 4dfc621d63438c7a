"""What an import would do, tried on the first rows and taken back at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from django.db import OperationalError, connection, transaction

from kundenwert.foundation.access.models import User
from kundenwert.foundation.tabular.rows import Row, shown
from kundenwert.foundation.tabular.shape import FileShape

from ..fields import FieldError, LinkField, UserField
from ..models import ImportRun
from ..record_type import RecordType
from ..search.index import forget_known_words
from .cells import Column
from .importer import Importer
from .options import ImportOptions
from .report import ImportReport
from .run import importer_class
from .sample import sample_rows

SHOWN_ROWS = 20
PATIENCE = "1500ms"
"""How long to wait for locks: a running import may hold numbers that the trial would take."""


@dataclass(frozen=True)
class PreviewCell:
    """A cell as it will be read."""

    text: str
    is_bad: bool = False
    is_number: bool = False


@dataclass(frozen=True)
class PreviewRow:
    """A row as it will be read, and what will become of it: created, updated, unchanged, rejected, "" if not tried."""

    number: int
    cells: Sequence[PreviewCell]
    outcome: str = ""
    problem: str = ""


@dataclass(frozen=True)
class Preview:
    """The first rows, and what came of trying them; `report` is None where another import kept the trial from it."""

    columns: Sequence[Column]
    rows: Sequence[PreviewRow]
    report: ImportReport | None
    is_whole: bool
    """Whether the whole file was tried."""


def preview_import(
    record_type: RecordType, path: Path, shape: FileShape, options: ImportOptions, *, actor: User
) -> Preview:
    """Read and try the first rows in a transaction that is rolled back. Raises TableError where the file breaks."""
    sample = sample_rows(path, shape)
    report = ImportReport(shape.columns)
    with transaction.atomic():
        importer = _importer(record_type, options, report, actor)
        importer.columns.sort(key=lambda column: column.index)  # the database keeps the mapping in no order
        columns = importer.columns
        try:
            tried = _try(importer, sample.rows) if columns else None
        except (OperationalError, psycopg.OperationalError):  # COPY speaks past Django
            tried = None
        transaction.set_rollback(True)
    report.close()
    forget_known_words()  # the trial has read back words that the roll-back took out again
    rows = tried if tried is not None else [_read(columns, row) for row in sample.rows[:SHOWN_ROWS]]
    return Preview(columns, rows, report if tried is not None else None, sample.is_whole)


def _importer(record_type: RecordType, options: ImportOptions, report: ImportReport, actor: User) -> Importer:
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
    run = ImportRun.objects.create(record_type=record_type.key, file_name="", created_by=actor)
    return importer_class(record_type)(record_type, options, run, report, actor)


def _try(importer: Importer, rows: Sequence[Row]) -> list[PreviewRow]:
    """The shown rows one by one, so that each tells what became of it, the others at once."""
    tried = [_try_one(importer, row) for row in rows[:SHOWN_ROWS]]
    if len(rows) > SHOWN_ROWS:
        importer.batch(rows[SHOWN_ROWS:])
    return tried


def _try_one(importer: Importer, row: Row) -> PreviewRow:
    report = importer.report
    before = {name: getattr(report, name) for name in ("rejected", "created", "updated", "unchanged")}
    told = len(report.problems)
    importer.batch([row])
    outcome = next((name for name, count in before.items() if getattr(report, name) > count), "")
    problem = report.problems[told].message if len(report.problems) > told else ""
    bad = report.problems[told].column if problem else ""
    return _read(importer.columns, row, outcome, problem, bad)


def _read(columns: Sequence[Column], row: Row, outcome: str = "", problem: str = "", bad: str = "") -> PreviewRow:
    cells = [_cell(column, row, is_bad=column.header == bad) for column in columns]
    return PreviewRow(row.number, cells, outcome, problem or row.problem or "")


def _cell(column: Column, row: Row, *, is_bad: bool) -> PreviewCell:
    cell = row.cells[column.index] if column.index < len(row.cells) else None
    number = column.field.numeric
    if cell is None or cell == "" or row.problem:
        return PreviewCell(shown(cell), is_bad, number)
    try:
        value = column.read(cell)
    except FieldError:
        return PreviewCell(shown(cell), is_bad=True, is_number=number)
    if isinstance(column.field, LinkField | UserField):
        return PreviewCell(shown(value), is_bad)
    text = column.field.text(value, *[None] * (len(column.field.read_paths) - 1))
    return PreviewCell(shown(text), is_bad, number)
