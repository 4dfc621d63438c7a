"""Writing the records of a list to a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from django.db.models import QuerySet
from django.utils import timezone

from kundenwert.foundation.tabular.write_text import write_csv, write_jsonl
from kundenwert.foundation.tabular.write_xlsx import ColumnType, write_xlsx

from ..fields import DateField, DateTimeField, DecimalField, Field
from ..record_type import RecordType

FORMATS = ("csv", "xlsx", "jsonl")
Format = Literal["csv", "xlsx", "jsonl"]
CHUNK = 2_000


def export_fields(record_type: RecordType, names: Sequence[str] = ()) -> list[Field]:
    """The fields of a file: those named, else all that an import can fill again."""
    return [record_type.field(name) for name in names] if names else record_type.import_fields


def export_records(
    target: Path, record_type: RecordType, records: QuerySet[Any], fields: Sequence[Field], form: Format
) -> int:
    """Write records to a file, streaming; returns how many. Headers are the labels in the reader's language.

    Raises TableError where a format cannot hold so much (XLSX: 1,048,576 rows).
    """
    header = [str(field.label) for field in fields]
    rows = _rows(records, fields)
    if form == "xlsx":
        return write_xlsx(target, record_type.label_plural, header, rows, [_type(field) for field in fields])
    if form == "jsonl":
        return write_jsonl(target, [field.name for field in fields], rows)
    return write_csv(target, header, rows)


def _rows(records: QuerySet[Any], fields: Sequence[Field]) -> Iterator[list[Any]]:
    paths = list(dict.fromkeys(path for field in fields for path in field.read_paths))
    spans = [[paths.index(path) for path in field.read_paths] for field in fields]
    for values in records.values_list(*paths).iterator(chunk_size=CHUNK):
        yield [field.export(*[values[at] for at in span]) for field, span in zip(fields, spans, strict=True)]


def _type(field: Field) -> ColumnType:
    if isinstance(field, DateTimeField):
        return "datetime"
    if isinstance(field, DateField):
        return "date"
    return "decimal" if isinstance(field, DecimalField) else "text"


def file_name(record_type: RecordType, form: str) -> str:
    """Such as `Kunden-2026-11-22.csv`."""
    return f"{record_type.label_plural}-{timezone.localdate():%Y-%m-%d}.{form}"
