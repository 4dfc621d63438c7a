"""Imports orders from files with one row an order or one row a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.catalogue.queries.tax_rates import tax_rates
from kundenwert.foundation.organisation.numbers import raise_range
from kundenwert.foundation.organisation.profile import organisation_profile
from kundenwert.foundation.tabular.rows import Row
from kundenwert.foundation.tabular.source import Table
from kundenwert.records.fields import Field
from kundenwert.records.imports.highest import highest_number
from kundenwert.records.imports.importer import Importer, Pair
from kundenwert.records.imports.links import LinkResolver
from kundenwert.records.imports.options import Unknown
from kundenwert.records.imports.reading import ReadRow
from kundenwert.records.record_type import RecordType

from .imports.customers import create_customers
from .imports.finish import finish_orders
from .imports.heads import NUMBERS, OpenOrder, create_orders, find_orders, taken_numbers
from .imports.line_fields import LINE_FIELDS, ORDER_ONLY_FIELDS
from .imports.lines import LineMaker
from .imports.places import Place, Places
from .imports.products import create_products
from .imports.write_lines import LineBatch, write_batch


class OrderImporter(Importer):
    """The n-th row of an order in the file is its n-th line, so that the same file twice changes nothing.

    Rejected rows count as well: what is mended later goes to its own place. A file may also state the position.
    """

    link_rules = {"customer": "unknown", "product": "unknown_products"}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.guesses = False  # a row is no record of its own
        mapped = {column.field.name for column in self.columns}
        self.by_line = bool(mapped & {"product", "quantity", "line_text", "unit_price"})
        self.places = Places(self.columns, self.options.key)
        if self.places.are_counted:
            self.report.added = [_("Position")]
        self.orders: dict[str, OpenOrder] = {}
        profile = organisation_profile()
        rates = tax_rates(profile.country, timezone.localdate())
        self.line_of = LineMaker(rates.get("standard", Decimal(0)), by_line=self.by_line)
        self.head_defaults = {"currency": profile.currency}
        self.report.details |= {"orders": 0, "lines": 0}

    @classmethod
    def fields(cls, record_type: RecordType) -> list[Field]:
        """Fields of the order, of its lines, and of a customer that must be made."""
        return [*record_type.import_fields, *ORDER_ONLY_FIELDS, *LINE_FIELDS]

    def look_ahead(self, table: Table) -> None:
        """No number that stands further down in the file may be given to an order without one."""
        highest = highest_number(table, self.columns, "number")
        if highest is not None:
            raise_range(NUMBERS, highest)

    def take(self, read: Sequence[ReadRow]) -> None:
        """Import some rows: customers and products first, then orders, then lines."""
        self.places.count(read)
        pairs = [(entry.row, entry.values) for entry in self.good(read) if self._has_needed(entry.row, entry.values)]
        pairs = self._resolve_links(pairs)
        pairs = self._open_orders(pairs)
        self._write_lines(pairs)
        for row, _values in pairs:
            if not self.options.key:
                del self.orders[self.places.of(row).key]

    def added(self, row: Row) -> Sequence[Any]:
        """The position of a rejected line, for the file in which it is mended."""
        return [self.places.of(row).position or ""] if self.report.added else ()

    def _has_needed(self, row: Row, values: Mapping[str, Any]) -> bool:
        if "customer" not in values and self.options.without_customer == Unknown.REJECT:
            self.reject(row, "customer", _("The order has no customer."))
        elif self.options.key and self.options.key not in values:
            self.reject(row, self.options.key, _("The order has no number."))
        elif "ordered_at" not in values:
            self.reject(row, "ordered_at", _("The order has no date."))
        elif not self.by_line and "amount" not in values:
            self.reject(row, "amount", _("The order has no amount."))
        elif self.line_of.is_too_large(values):
            self.reject(row, "unit_price" if self.by_line else "amount", _("The amount of the line is too large."))
        else:
            return True
        return False

    def create_targets(self, name: str, resolver: LinkResolver, missing: set[str], read: list[Pair]) -> dict[str, int]:
        """Customers and products that are not there yet."""
        create = create_customers if name == "customer" else create_products
        made = create(missing, [values for _row, values in read], run=self.run, actor=self.actor)
        for text, record_id in made.items():
            resolver.learn(text, record_id)
        self.report.details[f"new_{name}s"] = self.report.details.get(f"new_{name}s", 0) + len(made)
        return made

    def _open_orders(self, pairs: list[Pair]) -> list[Pair]:
        """Find or make the orders of a batch; rows whose order cannot be made are rejected."""
        heads: dict[str, dict[str, Any]] = {}
        for row, values in pairs:
            key = self.places.of(row).key
            if key not in self.orders:
                heads.setdefault(key, {**self._kept_head(values)})
        if self.options.key:
            self.orders |= find_orders(self.kept[self.options.key], heads)
        new = {key: head for key, head in heads.items() if key not in self.orders}
        refused = taken_numbers(new)
        made = {key: head for key, head in new.items() if key not in refused}
        self.orders |= create_orders(made, self.head_defaults, run=self.run, actor=self.actor)
        self.report.details["orders"] += len(made)
        return [pair for pair in pairs if not self._refuse(pair[0], refused)]

    def _kept_head(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {self.kept[name]: value for name, value in values.items() if name in self.record_type.own_fields}

    def _refuse(self, row: Row, refused: Mapping[str, str]) -> bool:
        number = refused.get(self.places.of(row).key)
        if number is None:
            return False
        self.reject(row, "number", _("“%(value)s” is already used by another record.") % {"value": number})
        return True

    def _write_lines(self, pairs: Sequence[Pair]) -> None:
        rows: list[tuple[OpenOrder, Place, list[Any]]] = []
        for row, values in pairs:
            place = self.places.of(row)
            rows.append((self.orders[place.key], place, self.line_of(values)))
        batch = LineBatch(rows, looks_up_new=not self.places.are_counted)
        write_batch(batch, run=self.run)
        self.report.created += batch.created
        self.report.updated += batch.updated
        self.report.unchanged += batch.unchanged
        self.report.details["lines"] += batch.created

    def finish(self) -> None:
        """Totals, what customers bought, and the search entries of all orders the file has touched."""
        finish_orders(self.run)
