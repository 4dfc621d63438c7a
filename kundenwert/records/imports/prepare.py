"""From a file to an import that is ready to run: shape, mapping, formats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kundenwert.foundation.access.models import User
from kundenwert.foundation.tabular.find_formats import FoundFormats
from kundenwert.foundation.tabular.shape import FileShape
from kundenwert.foundation.tabular.source import open_table

from ..fields import Field
from ..models import ImportRun
from ..record_type import RecordType
from .formats import mapped_formats
from .guess import added_mapping, guess_mapping, remembered_options
from .options import ImportOptions
from .run import importer_class


@dataclass(frozen=True)
class Proposal:
    """What the program makes of a file, to be corrected by hand."""

    options: ImportOptions
    ambiguous: Mapping[str, str]
    """Column → a cell that can be read in two ways."""


def propose(
    record_type: RecordType, path: Path, shape: FileShape, mapping: Mapping[str, str] | None = None
) -> Proposal:
    """Mapping (given, remembered or guessed), key and formats for a file."""
    fields = {field.name: field for field in importer_class(record_type).fields(record_type)}
    remembered = remembered_options(record_type, shape.columns) if mapping is None else {}
    known = mapping if mapping is not None else _known(remembered, fields)
    chosen = dict(known or guess_mapping(list(fields.values()), shape.columns))
    for column, name in added_mapping(list(fields.values()), shape.columns).items():
        if name not in chosen.values():
            chosen[column] = name
    found = formats_of(path, shape, chosen, fields)
    base: dict[str, Any] = {
        "key": _key(record_type, chosen),
        **{name: value for name, value in remembered.items() if name != "mapping"},
    }
    if base["key"] not in chosen.values():
        base["key"] = _key(record_type, chosen)
    options = ImportOptions.from_json(
        {**base, "mapping": chosen, "formats": {name: asdict(form) for name, form in found.formats.items()}}
    )
    return Proposal(options, found.ambiguous)


def formats_of(path: Path, shape: FileShape, mapping: Mapping[str, str], fields: Mapping[str, Field]) -> FoundFormats:
    """Formats of the mapped columns, found by reading them."""
    targets = {column: fields[name] for column, name in mapping.items() if name in fields}
    return mapped_formats(open_table(path, shape), targets)


def _known(remembered: Mapping[str, Any], fields: Mapping[str, Field]) -> dict[str, str]:
    return {column: name for column, name in dict(remembered.get("mapping", {})).items() if name in fields}


def _key(record_type: RecordType, mapping: Mapping[str, str]) -> str:
    keys: Sequence[str] = importer_class(record_type).keys(record_type)
    return next((key for key in keys if key in mapping.values()), "")


def new_run(
    record_type: RecordType, shape: FileShape, options: ImportOptions, *, file_name: str, actor: User | None
) -> ImportRun:
    """A run that is not saved yet."""
    return ImportRun(
        record_type=record_type.key,
        file_name=file_name[-255:],
        shape=asdict(shape),
        options=options.to_json(),
        created_by=actor,
    )
