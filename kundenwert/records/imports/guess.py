"""Which column goes to which field: a guess from the headers, German and English."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from kundenwert.foundation.tabular.plain_header import plain_header

from ..fields import Field
from ..models import ImportMapping
from ..record_type import RecordType


def guess_mapping(fields: Sequence[Field], columns: Sequence[str]) -> dict[str, str]:
    """Column → field name. Names and labels count before aliases; no field is given twice."""
    names = [(field.name, rank, word) for field in fields for rank, word in _names(field)]
    taken: dict[str, str] = {}
    for rank in (0, 1, 2):
        known = {word: name for name, level, word in names if level == rank}
        for column in columns:
            name = known.get(plain_header(column)) or known.get(plain_header(column).replace(" ", ""))
            if name and column not in taken and name not in taken.values():
                taken[column] = name
    return {column: taken[column] for column in columns if column in taken}


def _names(field: Field) -> Iterable[tuple[int, str]]:
    yield 0, plain_header(field.name)
    for language in ("de", "en"):
        with translation.override(language):
            label = plain_header(str(field.label))
            yield 1, label
            yield 1, label.replace(" ", "")
    for alias in field.aliases:
        yield 2, plain_header(alias)
        yield 2, plain_header(alias).replace(" ", "")


def columns_hash(columns: Sequence[str]) -> str:
    """Fingerprint of a header, to recognise files of the same kind; rejected rows of a file are of its kind."""
    return hashlib.sha256("\x1f".join(own_columns(columns)).encode()).hexdigest()


def own_columns(columns: Sequence[str]) -> Sequence[str]:
    """The columns without those that a file of rejected rows has beyond those of the file they came from."""
    for language in ("de", "en"):
        with translation.override(language):
            wanted = (_("Row"), _("Why rejected"))
        for place in range(len(columns) - 2, -1, -1):
            if tuple(columns[place : place + 2]) == wanted:
                return columns[:place]
    return columns


def added_mapping(fields: Sequence[Field], columns: Sequence[str]) -> dict[str, str]:
    """Column → field of what an importer has added to a file of rejected rows; nothing for any other file."""
    return guess_mapping(fields, columns[len(own_columns(columns)) + 2 :])


def remembered_options(record_type: RecordType, columns: Sequence[str]) -> Mapping[str, object]:
    """The options last used for a file with these columns, empty where there are none."""
    found = ImportMapping.objects.filter(record_type=record_type.key, columns_hash=columns_hash(columns)).first()
    return found.options if found else {}


def remember_options(record_type: RecordType, columns: Sequence[str], options: Mapping[str, object]) -> None:
    """Keep the options for the next file with these columns."""
    ImportMapping.objects.update_or_create(
        record_type=record_type.key, columns_hash=columns_hash(columns), defaults={"options": dict(options)}
    )
