"""Imports rows of a record type in batches: read, look up, compare, write."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.tabular.rows import Row
from kundenwert.foundation.tabular.source import Table

from ..actions.errors import InvalidRecord
from ..fields import Field, LinkField, UserField
from ..models import ImportRun
from ..record_type import RecordType
from ..search.index import AddWords, add_to_vocabulary
from .any_of import AnyOf
from .attributes import record_defaults, required_fields, unique_attributes
from .cells import BadCell, Column, mapped_columns, read_row
from .copy_cells import CopyCells
from .links import LinkResolver, UserResolver, existing_by, resolver_of
from .options import ImportOptions, Unknown
from .pending import Guess, Pending
from .reading import ReadRow
from .report import ImportReport
from .write import insert_pending, update_pending, words_of

Pair = tuple[Row, dict[str, Any]]


class Importer:
    """Writes the rows of one file. A subclass may add fields and rules of its record type.

    A batch goes through `read`, which asks no database and may run ahead in another thread, and then through `take`.
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
            column.field.name: resolver_of(column.field)
            for column in self.columns
            if isinstance(column.field, LinkField | UserField)
        }
        self.defaults = record_defaults(record_type)
        self.kept = {
            name: field.kept_attribute
            for name, field in record_type.all_fields.items()
            if name in {*fields, options.key}
        }
        self.cells = CopyCells(record_type)
        self.vocabulary: AddWords = add_to_vocabulary
        """How words are added to the vocabulary of the search."""
        self.uniques = unique_attributes(record_type)
        self.required = required_fields(record_type)
        self.guesses = bool(self.columns) and not any(type(link) is LinkResolver for link in self.links.values())

    @classmethod
    def fields(cls, record_type: RecordType) -> list[Field]:
        """The fields a file may fill."""
        return record_type.import_fields

    @classmethod
    def keys(cls, record_type: RecordType) -> Sequence[str]:
        """Fields that may tell which record a row means."""
        return record_type.import_keys

    def look_ahead(self, table: Table) -> None:
        """Look through the file before its first batch, where a row must know of later ones."""

    # -- reading ------------------------------------------------------------------------------------------------------

    def read(self, rows: Sequence[Row]) -> list[ReadRow]:
        """The values of rows, and what follows from them if they are new records. Asks no database."""
        return [self._read(row) for row in rows]

    def _read(self, row: Row) -> ReadRow:
        if row.problem:
            return ReadRow(row, {}, BadCell("", "", row.problem))
        try:
            values = read_row(self.columns, row.cells)
        except BadCell as error:
            return ReadRow(row, {}, error)
        if not values:
            return ReadRow(row, {}, BadCell("", "", _("The row is empty in all imported columns.")))
        return ReadRow(row, values, None, self._guess(values) if self.guesses else None)

    def _guess(self, values: Mapping[str, Any]) -> Guess | None:
        kept = self._kept({name: value for name, value in values.items() if name not in self.links})
        complete = {**self.defaults, **self.complete_new(kept)}
        try:
            derived = self.record_type.derive(complete)
        except InvalidRecord:
            return None
        values = {**complete, **derived}
        return Guess(complete, derived, self._words(values), "" if self.links else self.cells.of(values))

    def _words(self, values: Mapping[str, Any]) -> list[str]:
        return words_of(self.record_type, values)

    # -- one batch ----------------------------------------------------------------------------------------------------

    def batch(self, rows: Sequence[Row]) -> None:
        """Import some rows."""
        self.take(self.read(rows))

    def take(self, read: Sequence[ReadRow]) -> None:
        """Write what was read."""
        pairs = self._resolve_links([(entry.row, entry.values) for entry in self.good(read)])
        guesses = {entry.row.number: entry.guess for entry in read if entry.guess}
        pending = self._sort(pairs, guesses)
        self.guesses &= not pending or any(entry.is_new for entry in pending)
        self._derive(pending)
        self._check_unique(pending)
        self._write(pending)

    def good(self, read: Sequence[ReadRow]) -> list[ReadRow]:
        """Count the rows and reject those that could not be read."""
        self.report.rows += len(read)
        for row, _values, error, _guess in read:
            if error is not None:
                self.report.reject(row.number, row.cells, error.column, error.value, error.message, self.added(row))
        return [entry for entry in read if entry.error is None]

    def added(self, row: Row) -> Sequence[Any]:
        """Values below `report.added` for a rejected row."""
        return ()

    def complete_new(self, values: dict[str, Any]) -> dict[str, Any]:
        """Values (by kept attribute) of a row whose record is new, before defaults are filled in."""
        return values

    def reject(self, row: Row, field: str, message: str) -> None:
        """Reject a row because of a field."""
        column = next((column for column in self.columns if column.field.name == field), None)
        value = row.cells[column.index] if column else ""
        header = column.header if column else ""
        self.report.reject(row.number, row.cells, header, value, message, self.added(row))

    def _resolve_links(self, read: list[Pair]) -> list[Pair]:
        for name, resolver in self.links.items():
            read = self._resolve(name, resolver, read)
        return read

    def _resolve(self, name: str, resolver: LinkResolver, read: list[Pair]) -> list[Pair]:
        texts = {values[name] for _row, values in read if name in values}
        found = resolver.resolve(texts)
        missing = texts - found.keys()
        rule = self._rule(name, resolver)
        if missing and rule == Unknown.CREATE:
            found |= self._make(name, resolver, missing - resolver.ambiguous, read)
        kept = []
        for row, values in read:
            text = values.pop(name, None)
            if text is not None and text not in found and (rule != Unknown.ANONYMOUS or text in resolver.ambiguous):
                self.reject(row, name, self._unresolved(name, text, is_ambiguous=text in resolver.ambiguous))
                continue
            kept.append((row, values if text is None or text not in found else {**values, name: found[text]}))
        return kept

    def _make(self, name: str, resolver: LinkResolver, missing: set[str], read: list[Pair]) -> dict[str, int]:
        if isinstance(resolver, UserResolver):
            return resolver.create(missing)
        return self.create_targets(name, resolver, missing, read) if missing else {}

    def _unresolved(self, name: str, text: str, *, is_ambiguous: bool) -> str:
        if is_ambiguous:
            return _("“%(value)s” means several records; use a number.") % {"value": text}
        field = next((column.field for column in self.columns if column.field.name == name), None)
        return _("“%(value)s” is unknown (%(label)s).") % {"value": text, "label": field.label if field else name}

    def _rule(self, name: str, resolver: LinkResolver) -> str:
        if isinstance(resolver, UserResolver):
            return self.options.unknown_users
        return getattr(self.options, self.link_rules[name]) if name in self.link_rules else Unknown.REJECT

    def create_targets(self, name: str, resolver: LinkResolver, missing: set[str], read: list[Pair]) -> dict[str, int]:
        """Make the records that a link field misses; text → id. The plain importer makes none."""
        return {}

    def _sort(self, read: Sequence[Pair], guesses: Mapping[int, Guess]) -> list[Pending]:
        """New, changed or unchanged: by the key, within the database and within the batch."""
        key = self.options.key
        wanted = [values[key] for _row, values in read if key and key in values]
        stored = existing_by(self.record_type, self.kept[key], wanted, list(self.defaults)) if wanted else {}
        pending: list[Pending] = []
        by_key: dict[Any, Pending] = {}
        for row, values in read:
            value = values.get(key) if key else None
            known = by_key.get(value) if value is not None else None
            if known is not None:
                known.merge(row, self._kept(values))
                continue
            entry = Pending(row, self._kept(values), stored.get(value) if value is not None else None)
            entry.guess = guesses.get(row.number)
            pending.append(entry)
            if value is not None:
                by_key[value] = entry
        return pending

    def _kept(self, values: Mapping[str, Any]) -> dict[str, Any]:
        kept = self.kept
        return {kept[name]: value for name, value in values.items()}

    def _derive(self, pending: Sequence[Pending]) -> None:
        new = [entry for entry in pending if entry.is_new]
        for entry in new:
            entry.values = {**self.defaults, **self.complete_new(entry.values)}
        self.record_type.before_import([entry.values for entry in new])
        for entry in pending:
            if entry.is_new or entry.differs():
                self._derive_one(entry)

    def _derive_one(self, entry: Pending) -> None:
        guess = entry.guess if entry.is_new and self._holds(entry) else None
        try:
            entry.derived = dict(guess.derived) if guess else self.record_type.derive(entry.complete())
            self._require(entry)
        except InvalidRecord as error:
            field, message = next(iter(error.errors.items()))
            self._reject_all(entry, field, message)
            return
        if entry.is_new:
            entry.words = guess.words if guess else self._words({**entry.values, **entry.derived})
            entry.cells = guess.cells if guess else ""

    def _holds(self, entry: Pending) -> bool:
        """Whether a new record came out as it was guessed: numbers and links are filled in later."""
        if entry.guess is None:
            return False
        linked = {self.kept[name]: entry.values[self.kept[name]] for name in self.links}
        return {**entry.guess.values, **linked} == entry.values

    def _reject_all(self, entry: Pending, field: str, message: str) -> None:
        for row in entry.rows:
            self.reject(row, field, message)
        entry.rejected = True

    def _require(self, entry: Pending) -> None:
        for field in self.required:
            if entry.final(field.kept_attribute) in (None, ""):
                raise InvalidRecord({field.name: _("%(label)s is missing.") % {"label": field.label}})

    def _check_unique(self, pending: Sequence[Pending]) -> None:
        """Reject rows whose number another record has already, before the database does it for all of them."""
        for attribute in self.uniques:
            entries = [entry for entry in pending if not entry.rejected and entry.gives(attribute)]
            if not entries:
                continue
            holders = existing_ids(self.record_type, attribute, [entry.value(attribute) for entry in entries])
            seen: set[Any] = set()
            for entry in entries:
                value = entry.value(attribute)
                if value in seen or holders.get(value, entry.id) != entry.id:
                    self._reject_all(
                        entry, attribute, _("“%(value)s” is already used by another record.") % {"value": value}
                    )
                seen.add(value)

    def _write(self, pending: Sequence[Pending]) -> None:
        kept = [entry for entry in pending if not entry.rejected]
        new = [entry for entry in kept if entry.is_new]
        changed = [entry for entry in kept if not entry.is_new and entry.changes()]
        self.before_write(new)
        insert_pending(self.cells, self.run, new, actor=self.actor, now=timezone.now(), vocabulary=self.vocabulary)
        update_pending(self.record_type, self.run, changed, now=timezone.now(), vocabulary=self.vocabulary)
        self.report.created += len(new)
        self.report.updated += len(changed)
        self.report.unchanged += sum(len(entry.rows) for entry in kept) - len(new) - len(changed)
        ids = [entry.id for entry in [*new, *changed] if entry.id is not None]
        self.record_type.after_write(ids)

    def before_write(self, new: Sequence[Pending]) -> None:
        """Look at the new records of a batch before they are written (duplicate warnings)."""

    def finish(self) -> None:
        """After the last batch."""


def existing_ids(record_type: RecordType, attribute: str, values: Iterable[Any]) -> dict[Any, int]:
    """Value → id of the live record that has it."""
    return dict(record_type.live().filter(AnyOf(F(attribute), list(values))).values_list(attribute, "id"))
