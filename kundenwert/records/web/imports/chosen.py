"""What somebody chose on the mapping page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from kundenwert.foundation.tabular.find_formats import FoundFormats
from kundenwert.foundation.tabular.shape import FileShape

from ...fields import Field
from ...imports.importer import Importer
from ...imports.notation import found_notations, notation_kind, with_notations
from ...imports.options import ImportOptions, Unknown
from ...imports.run import importer_class, shape_from_json
from ...models import ImportRun
from ...record_type import RecordType

SHOWN_COLUMNS = 300
"""A file may have more; those beyond are not imported, and the page says so."""


@dataclass(frozen=True)
class Source:
    """The file of an import with all that the page needs to know about it."""

    run: ImportRun
    record_type: RecordType
    shape: FileShape
    importer: type[Importer]
    fields: Mapping[str, Field]

    @classmethod
    def of(cls, run: ImportRun, record_type: RecordType) -> Source:
        """The source of a run."""
        importer = importer_class(record_type)
        fields = {field.name: field for field in importer.fields(record_type)}
        return cls(run, record_type, shape_from_json(run.shape), importer, fields)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that can be imported."""
        return self.shape.columns[:SHOWN_COLUMNS]


@dataclass(frozen=True)
class Chosen:
    """The options as they stand, and what is wrong with them."""

    options: ImportOptions
    said: Mapping[str, str] = field(default_factory=dict)
    """Column → notation that somebody chose instead of the found one."""
    found: FoundFormats = field(default_factory=lambda: FoundFormats({}, {}))
    errors: Mapping[str, str] = field(default_factory=dict)
    """Column → why its field cannot be taken; "" for the whole."""


def proposed(source: Source) -> Chosen:
    """The options that the program proposes."""
    options = ImportOptions.from_json(source.run.options)
    shown = {name: target for name, target in options.mapping.items() if name in source.columns}
    options = replace(options, mapping=shown)
    return Chosen(options, found=FoundFormats(options.formats, source.run.details.get("ambiguous", {})))


def read_choices(source: Source, data: QueryDict) -> Chosen:
    """The options of the form. A notation that nobody chose is the one found in the whole file."""
    columns = source.columns
    mapping = {name: data.get(f"column-{at}", "") for at, name in enumerate(columns)}
    mapping = {name: target for name, target in mapping.items() if target in source.fields}
    said = {name: data.get(f"notation-{at}", "") for at, name in enumerate(columns) if data.get(f"notation-{at}")}
    found = _notations(source, mapping)
    options = ImportOptions(
        mapping=mapping,
        key=_key(source, mapping, data.get("key", "")),
        formats=with_notations(found.formats, said),
        skip_bad=data.get("bad", "skip") == "skip",
        **{name: _rule(data, name) for name in ("unknown", "unknown_products", "unknown_users", "without_customer")},
    )
    return Chosen(options, said, found, _errors(source, mapping))


def _notations(source: Source, mapping: Mapping[str, str]) -> FoundFormats:
    """Found when the file came, or by reading it again where a column has become one of numbers or dates."""
    wanted = {name for name, target in mapping.items() if notation_kind(source.fields[target])}
    first = proposed(source).found
    if not wanted <= first.formats.keys() and source.run.file is not None:
        return found_notations(source.run.file.path, source.shape, wanted)
    return replace(first, formats={name: form for name, form in first.formats.items() if name in wanted})


def _key(source: Source, mapping: Mapping[str, str], asked: str) -> str:
    return asked if asked in keys(source, mapping) else ""


def keys(source: Source, mapping: Mapping[str, str]) -> list[str]:
    """Mapped fields that can tell which record a row means, best first."""
    return [key for key in source.importer.keys(source.record_type) if key in mapping.values()]


def _rule(data: QueryDict, name: str) -> Any:
    default = ImportOptions.__dataclass_fields__[name].default
    return data.get(name) if data.get(name) in Unknown.values else default


def _errors(source: Source, mapping: Mapping[str, str]) -> dict[str, str]:
    if not mapping:
        return {"": _("No column is assigned to a field yet. Choose at least one.")}
    first: dict[str, str] = {}
    errors = {}
    for column, target in mapping.items():
        if target in first:
            message = _("“%(column)s” already fills “%(field)s”. Only one column can.")
            errors[column] = message % {"column": first[target], "field": source.fields[target].label}
        first.setdefault(target, column)
    return errors
