"""The declaration of a record type: what a noun of the business looks like everywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Model, QuerySet
from django.urls import reverse

from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.database.fixed_query import FixedQuery

from .fields import Field, field_for


@dataclass(frozen=True)
class Section:
    """A titled group of fields on the card."""

    label: Any
    fields: Sequence[str]
    key: str = ""


@dataclass(frozen=True)
class Panel:
    """A part of the card that a module registers: a template and what it shows."""

    key: str
    template: str
    context: Callable[[SignedInRequest, Any], Mapping[str, Any] | None]
    """None: nothing to show on this record."""
    side: str = "end"
    """`start` (beside the facts), `main` (above the timeline), `end` (right column)."""
    order: int = 100
    subject: str = ""
    """Record type that must be visible to the reader."""


@dataclass(frozen=True)
class ShownPanel:
    """A panel on the card of one record."""

    template: str
    context: Mapping[str, Any]


@dataclass(frozen=True)
class Card:
    """The page of one record."""

    sections: Sequence[Section] = ()
    subtitle: Sequence[str] = ()
    """Fields shown beside the title."""


class RecordType:
    """Base of all declarations. A subclass states attributes; what it leaves out is derived from the model."""

    model: ClassVar[type[Model]]
    slug: ClassVar[str]
    """First part of its addresses, such as `customers`."""
    icon: ClassVar[str] = "file"
    title: ClassVar[str] = "name"
    """Attribute that names a record."""
    fields: ClassVar[Sequence[str | Field]] = ()
    columns: ClassVar[Sequence[str]] = ()
    sort: ClassVar[str] = ""
    """Column a list is sorted by at first; `-` in front for descending."""
    filters: ClassVar[Sequence[str]] = ()
    search: ClassVar[Sequence[str]] = ()
    """Attributes whose words find a record."""
    search_hint: ClassVar[Sequence[str]] = ()
    """Fields shown beside the title in search results."""
    card: ClassVar[Card] = Card()
    form: ClassVar[Sequence[str]] = ()
    """Fields of the form for a new record; the editable ones where empty."""
    shown_when: ClassVar[Mapping[str, tuple[str, Sequence[str]]]] = {}
    """Field → another field and the values of that one with which it makes sense; else hidden while empty."""
    form_hints: ClassVar[str] = ""
    """Name of an address that answers hints to what is being typed into the form for a new record."""
    form_hint_fields: ClassVar[Sequence[str]] = ()
    """Fields whose typing asks for hints."""
    action_labels: ClassVar[Mapping[str, Any]] = {}
    """Verb of an audit entry of the module's own actions → its words in the timeline."""
    import_keys: ClassVar[Sequence[str]] = ()
    """Fields that may tell which record a row means, best first."""
    owner_paths: ClassVar[Sequence[str]] = ()
    """ORM paths to the users to whom a record belongs; empty: belongs to nobody, only scope `all` sees it."""
    live_conditions: ClassVar[Mapping[str, Any]] = {"deleted_at": None}
    """Which rows are not deleted."""
    in_navigation: ClassVar[bool] = True
    nav_order: ClassVar[int] = 100
    """Place in the navigation and in search results; small comes first."""
    has_card: ClassVar[bool] = True
    suggested: ClassVar[bool] = True
    """Found while somebody types in the search field; otherwise only on the page of all hits."""
    jump_key: ClassVar[str] = ""
    """Letter after G that opens the list."""
    importer: ClassVar[str] = "kundenwert.records.imports.importer.Importer"
    """Dotted path of the class that writes imported rows."""

    def __init__(self) -> None:
        self.extra_fields: list[Field] = []
        self.panels: list[Panel] = []

    # -- names --------------------------------------------------------------------------------------------------------

    @cached_property
    def key(self) -> str:
        """Such as `customers.customer`: subject of permissions, audit and events."""
        return self.model._meta.label_lower

    @property
    def label(self) -> str:
        return str(self.model._meta.verbose_name)

    @property
    def label_plural(self) -> str:
        return str(self.model._meta.verbose_name_plural)

    # -- addresses ----------------------------------------------------------------------------------------------------

    @cached_property
    def list_url(self) -> str:
        return reverse(f"{self.slug}-list")

    @cached_property
    def new_url(self) -> str:
        return reverse(f"{self.slug}-new")

    @cached_property
    def options_url(self) -> str:
        return reverse(f"{self.slug}-options")

    def url_of(self, record_id: int) -> str:
        """The card of a record."""
        return f"{self.list_url}/{record_id}"

    def url_after_creating(self, record_id: int) -> str:
        """Where the form for a new record leads."""
        return self.url_of(record_id) if self.has_card else self.list_url

    # -- fields -------------------------------------------------------------------------------------------------------

    @cached_property
    def own_fields(self) -> dict[str, Field]:
        """Fields of the declaration itself."""
        named = [entry if isinstance(entry, Field) else field_for(self.model, entry) for entry in self.fields]
        return {entry.name: entry for entry in named}

    @property
    def all_fields(self) -> dict[str, Field]:
        """Own fields and those that other modules registered."""
        return {**self.own_fields, **{entry.name: entry for entry in self.extra_fields}}

    @cached_property
    def linked(self) -> list[str]:
        """Fields that point to other rows, for reading them along."""
        return [entry.name for entry in self.own_fields.values() if entry.kept_attribute != entry.name]

    def field(self, name: str) -> Field:
        """A field by name. Raises KeyError."""
        return self.own_fields.get(name) or self.all_fields[name]

    @property
    def form_fields(self) -> list[Field]:
        """Fields of the form for a new record."""
        if self.form:
            return [self.field(name) for name in self.form]
        return [entry for entry in self.own_fields.values() if entry.editable]

    @property
    def import_fields(self) -> list[Field]:
        """Fields that an imported file can fill."""
        return [entry for entry in self.own_fields.values() if entry.editable]

    # -- rows ---------------------------------------------------------------------------------------------------------

    def live(self) -> QuerySet[Any]:
        """All records that are not deleted."""
        return self._live.all()

    @cached_property
    def live_record(self) -> FixedQuery[Any]:
        """Of a primary key: that record with what it is linked to, or nothing."""
        return FixedQuery(lambda record_id: self.live().filter(pk=record_id).select_related(*self.linked))

    @cached_property
    def _live(self) -> QuerySet[Any]:
        return self.model._default_manager.filter(**self.live_conditions)

    def title_of(self, record: Model) -> str:
        """The name of a record for people."""
        return str(getattr(record, self.title) or record)

    def makes_sense(self, name: str, record: Model) -> bool:
        """Whether a field suits this record (see `shown_when`)."""
        other, values = self.shown_when.get(name, ("", ()))
        return not other or getattr(record, other) in values

    # -- rules a module may add ---------------------------------------------------------------------------------------

    def defaults(self, request: SignedInRequest) -> dict[str, Any]:
        """Values a new form starts with."""
        return {}

    def derive(self, values: dict[str, Any]) -> dict[str, Any]:
        """Values that follow from others (kept attribute → value), for one row; runs at every write and import.

        Raises `records.actions.errors.InvalidRecord` for combinations that are not allowed.
        """
        return {}

    def before_create(self, values: dict[str, Any]) -> None:
        """Fill what a new record needs, such as its number."""

    def before_import(self, rows: list[dict[str, Any]]) -> None:
        """As `before_create`, for a batch of new rows at once."""
        for values in rows:
            self.before_create(values)

    def after_create(self, record: Any, *, actor: User | None) -> None:
        """What follows from a new record that a person entered, in its transaction; not run for imported rows."""

    def after_write(self, record_ids: Sequence[int]) -> None:
        """Keep what hangs on the records in step, set-based and in the same transaction."""

    def restore(self, record: Any, before: Mapping[str, Any]) -> None:
        """Put back what an import changed: attribute → former value as kept in JSON. Does not save the record."""
        for attribute, value in before.items():
            field = next(field for field in record._meta.concrete_fields if field.attname == attribute)
            setattr(record, attribute, field.to_python(value))

    def search_words(self, values: Mapping[str, Any]) -> list[str]:
        """Texts whose words find the record, from a row of `search` attributes."""
        return [str(values[name]) for name in self.search if values.get(name)]

    def search_rows(self, record_ids: Sequence[int]) -> list[dict[str, Any]]:
        """The `search` attributes of records, with their `id`."""
        return list(self.live().filter(pk__in=record_ids).values("id", *self.search))


@dataclass(frozen=True)
class Extension:
    """What another module adds to a record type."""

    record_type: str
    fields: Sequence[Field] = ()
    panels: Sequence[Panel] = field(default_factory=tuple)
