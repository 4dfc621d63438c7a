"""Imports rows of a record type in batches: read, look up, compare, write."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.tabular.rows import Row

from ..actions.errors import InvalidRecord
from ..fields import Field, LinkField, UserField
from ..models import ImportRun
from ..record_type import RecordType
from .cells import BadCell, Column, mapped_columns, read_row
from .links import LinkResolver, UserResolver, existing_by
from .options import ImportOptions, Unknown
from .pending import Pending
from .report import ImportReport
from .write import insert_pending, update_pending


class Importer:
    """Writes the rows of one file. A subclass may add fields and rules of its record type.

    Everything happens in the caller's transaction; `finish` must be called at the end of it.
    """

    link_rules: Mapping[str, str] = {}
    """Link field → name of the option that says what to do with unknown records (default: reject)."""

    def __init__(
        self, record_type: RecordType, options: ImportOptions, run: ImportRun, report: ImportReport, actor: User | None
    ) -> None:
        self.record_type = record_type
        self.options = options
        self.run = run
        self.report = report
        self.actor = actor
        fields = {field.name: field for field in self.fields(record_type)}
        mapping = {column: fields[name] for column, name in options.mapping.items() if name in fields}
        self.columns: list[Column] = mapped_columns(report.columns, mapping, options.formats)
        self.links = {
            column.field.name: _resolver(column.field)
            for column in self.columns
            if isinstance(column.field, LinkField | UserField)
        }
        self.defaults = record_defaults(record_type)

    @classmethod
    def fields(cls, record_type: RecordType) -> list[Field]:
        """The fields a file may fill."""
        return record_type.import_fields

    @classmethod
    def keys(cls, record_type: RecordType) -> Sequence[str]:
        """Fields that may tell which record a row means."""
        return record_type.import_keys

    # -- one batch ----------------------------------------------------------------------------------------------------

    def batch(self, rows: Sequence[Row]) -> None:
        """Import some rows."""
        self.report.rows += len(rows)
        read = [(row, values) for row in rows if (values := self._read(row)) is not None]
        read = self._resolve_links(read)
        pending = self._sort(read)
        self._derive(pending)
        self._check_unique(pending)
        self._write(pending)

    def _read(self, row: Row) -> dict[str, Any] | None:
        if row.problem:
            self.report.reject(row.number, row.cells, "", "", row.problem)
            return None
        try:
            values = self.adjust(read_row(self.columns, row.cells))
        except BadCell as error:
            self.report.reject(row.number, row.cells, error.column, error.value, error.message)
            return None
        if not values:
            self.report.reject(row.number, row.cells, "", "", _("The row is empty in all imported columns."))
            return None
        return values

    def adjust(self, values: dict[str, Any]) -> dict[str, Any]:
        """Values of a row before anything is looked up; raises `BadCell`."""
        return values

    def reject(self, row: Row, field: str, message: str) -> None:
        """Reject a row because of a field."""
        column = next((column for column in self.columns if column.field.name == field), None)
        value = row.cells[column.index] if column else ""
        self.report.reject(row.number, row.cells, column.header if column else "", value, message)

    def _resolve_links(self, read: list[tuple[Row, dict[str, Any]]]) -> list[tuple[Row, dict[str, Any]]]:
        for name, resolver in self.links.items():
            read = self._resolve(name, resolver, read)
        return read

    def _resolve(
        self, name: str, resolver: LinkResolver, read: list[tuple[Row, dict[str, Any]]]
    ) -> list[tuple[Row, dict[str, Any]]]:
        texts = {values[name] for _row, values in read if name in values}
        found = resolver.resolve(texts)
        missing = texts - found.keys()
        rule = self._rule(name, resolver)
        if missing and rule == Unknown.CREATE:
            made = resolver.create(missing) if isinstance(resolver, UserResolver) else None
            found |= self.create_targets(name, resolver, missing, read) if made is None else made
        kept = []
        for row, values in read:
            text = values.pop(name, None)
            if text is not None and text not in found and rule != Unknown.ANONYMOUS:
                label = self.record_type.field(name).label if name in self.record_type.all_fields else name
                self.reject(row, name, _("“%(value)s” is unknown (%(label)s).") % {"value": text, "label": label})
                continue
            kept.append((row, values if text is None or text not in found else {**values, name: found[text]}))
        return kept

    def _rule(self, name: str, resolver: LinkResolver) -> str:
        if isinstance(resolver, UserResolver):
            return self.options.unknown_users
        return getattr(self.options, self.link_rules[name]) if name in self.link_rules else Unknown.REJECT

    def create_targets(
        self, name: str, resolver: LinkResolver, missing: set[str], read: list[tuple[Row, dict[str, Any]]]
    ) -> dict[str, int]:
        """Make the records that a link field misses; text → id. The plain importer makes none."""
        return {}

    def _sort(self, read: Sequence[tuple[Row, dict[str, Any]]]) -> list[Pending]:
        """New, changed or unchanged: by the key, within the database and within the batch."""
        key = self.options.key
        attribute = self.record_type.field(key).kept_attribute if key else ""
        wanted = [values[key] for _row, values in read if key and key in values]
        stored = existing_by(self.record_type, attribute, wanted, list(self.defaults)) if wanted else {}
        pending: list[Pending] = []
        by_key: dict[Any, Pending] = {}
        for row, values in read:
            value = values.get(key) if key else None
            known = by_key.get(value) if value is not None else None
            if known is not None:
                known.merge(row, self._kept(values))
                continue
            entry = Pending(row, self._kept(values), stored.get(value) if value is not None else None)
            pending.append(entry)
            if value is not None:
                by_key[value] = entry
        return pending

    def _kept(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {self.record_type.field(name).kept_attribute: value for name, value in values.items()}

    def _derive(self, pending: Sequence[Pending]) -> None:
        new = [entry for entry in pending if entry.is_new]
        for entry in new:
            entry.values = {**self.defaults, **entry.values}
        self.record_type.before_import([entry.values for entry in new])
        for entry in pending:
            self._derive_one(entry)

    def _derive_one(self, entry: Pending) -> None:
        if not entry.is_new and not entry.differs():
            return
        try:
            entry.derived = self.record_type.derive(entry.complete())
            self._require(entry)
        except InvalidRecord as error:
            field, message = next(iter(error.errors.items()))
            for row in entry.rows:
                self.reject(row, field, message)
            entry.rejected = True

    def _require(self, entry: Pending) -> None:
        complete = {**entry.complete(), **entry.derived}
        for field in self.record_type.own_fields.values():
            if field.required and field.editable and complete.get(field.kept_attribute) in (None, ""):
                raise InvalidRecord({field.name: _("%(label)s is missing.") % {"label": field.label}})

    def _check_unique(self, pending: Sequence[Pending]) -> None:
        """Reject rows whose number another record has already, before the database does it for all of them."""
        for attribute in _unique_attributes(self.record_type):
            entries = [entry for entry in pending if not entry.rejected and entry.gives(attribute)]
            values = [entry.value(attribute) for entry in entries]
            holders = dict(self.record_type.live().filter(**{f"{attribute}__in": values}).values_list(attribute, "id"))
            seen: set[Any] = set()
            for entry in entries:
                value = entry.value(attribute)
                if value in seen or holders.get(value, entry.id) != entry.id:
                    for row in entry.rows:
                        self.reject(row, attribute, _("“%(value)s” is already used by another record.") % {"value": value})
                    entry.rejected = True
                seen.add(value)

    def _write(self, pending: Sequence[Pending]) -> None:
        kept = [entry for entry in pending if not entry.rejected]
        new = [entry for entry in kept if entry.is_new]
        changed = [entry for entry in kept if not entry.is_new and entry.differs()]
        self.before_write(new)
        insert_pending(self.record_type, self.run, new, actor=self.actor, now=timezone.now())
        update_pending(self.record_type, self.run, changed, now=timezone.now())
        self.report.created += len(new)
        self.report.updated += len(changed)
        self.report.unchanged += sum(len(entry.rows) for entry in kept) - len(new) - len(changed)
        ids = [entry.id for entry in [*new, *changed] if entry.id is not None]
        self.record_type.after_write(ids)

    def before_write(self, new: Sequence[Pending]) -> None:
        """Look at the new records of a batch before they are written (duplicate warnings)."""

    def finish(self) -> None:
        """After the last batch."""


def _resolver(field: LinkField | UserField) -> LinkResolver:
    return UserResolver(field) if isinstance(field, UserField) else LinkResolver(field.target_type)


def record_defaults(record_type: RecordType) -> dict[str, Any]:
    """Attribute → default of all columns that a new row needs, without those the engine fills itself."""
    engine = {"id", "created_at", "created_by", "updated_at", "version", "deleted_at"}
    fields = [field for field in record_type.model._meta.concrete_fields if field.name not in engine]
    return {field.attname: _default(field) for field in fields}


def _default(field: models.Field[Any, Any]) -> Any:
    if field.has_default():
        return field.get_default()
    return None if field.null else ""


def _unique_attributes(record_type: RecordType) -> list[str]:
    constraints: Sequence[Any] = record_type.model._meta.constraints
    singles = [constraint.fields[0] for constraint in constraints if len(getattr(constraint, "fields", ())) == 1]
    return [name for name in singles if name in record_type.own_fields]
