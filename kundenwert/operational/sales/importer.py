"""Imports orders from files with one row an order or one row a line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.catalogue.queries.tax_rate_on import tax_rates_on
from kundenwert.foundation.organisation.numbers import take_numbers
from kundenwert.foundation.organisation.profile import organisation_profile
from kundenwert.foundation.tabular.rows import Row
from kundenwert.records.fields import Field
from kundenwert.records.imports.copy import copy_rows, next_ids
from kundenwert.records.imports.importer import Importer
from kundenwert.records.imports.links import LinkResolver
from kundenwert.records.imports.options import Unknown
from kundenwert.records.record_type import RecordType

from .amounts import line_amount
from .imports.customers import create_customers
from .imports.finish import finish_orders
from .imports.line_fields import LINE_FIELDS, ORDER_ONLY_FIELDS
from .imports.lines import LINE_COLUMNS, StoredLines, line_values
from .imports.products import create_products
from .models import Order, OrderStatus

SUBJECT = "sales.order"


@dataclass(slots=True)
class OpenOrder:
    """An order the file has spoken of, and how many of its lines have come by."""

    id: int
    is_new: bool
    seen: int = 0
    stored: list[dict[str, Any]] = field(default_factory=list)
    """Lines in the database, by position, of an order that was there before."""
    noted: bool = False


class OrderImporter(Importer):
    """The n-th row of an order in the file is its n-th line, so that the same file twice changes nothing."""

    link_rules = {"customer": "unknown", "product": "unknown_products"}

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        mapped = {column.field.name for column in self.columns}
        self.by_line = bool(mapped & {"product", "quantity", "line_text", "unit_price"})
        self.orders: dict[str, OpenOrder] = {}
        profile = organisation_profile()
        self.currency = profile.currency
        self.rates = tax_rates_on(profile.country, timezone.localdate())
        self.report.details |= {"orders": 0, "lines": 0}

    @classmethod
    def fields(cls, record_type: RecordType) -> list[Field]:
        """Fields of the order, of its lines, and of a customer that must be made."""
        return [*record_type.import_fields, *ORDER_ONLY_FIELDS, *LINE_FIELDS]

    def batch(self, rows: Sequence[Row]) -> None:
        """Import some rows: customers and products first, then orders, then lines."""
        self.report.rows += len(rows)
        read = [(row, values) for row in rows if (values := self._read(row)) is not None]
        read = [pair for pair in read if self._has_needed(*pair)]
        read = self._resolve_links(read)
        self._open_orders(read)
        self._write_lines(read)

    def _has_needed(self, row: Row, values: Mapping[str, Any]) -> bool:
        if "customer" not in values and self.options.without_customer == Unknown.REJECT:
            self.reject(row, "customer", _("The order has no customer."))
            return False
        if self.options.key and self.options.key not in values:
            self.reject(row, self.options.key, _("The order has no number."))
            return False
        if "ordered_at" not in values:
            self.reject(row, "ordered_at", _("The order has no date."))
            return False
        if not self.by_line and "amount" not in values:
            self.reject(row, "amount", _("The order has no amount."))
            return False
        return True

    def create_targets(
        self, name: str, resolver: LinkResolver, missing: set[str], read: list[tuple[Row, dict[str, Any]]]
    ) -> dict[str, int]:
        """Customers and products that are not there yet."""
        create = create_customers if name == "customer" else create_products
        made = create(missing, [values for _row, values in read], run=self.run, actor=self.actor)
        for text, record_id in made.items():
            resolver.learn(text, record_id)
        self.report.details[f"new_{name}s"] = self.report.details.get(f"new_{name}s", 0) + len(made)
        return made

    # -- orders -------------------------------------------------------------------------------------------------------

    def _open_orders(self, read: Sequence[tuple[Row, dict[str, Any]]]) -> None:
        """Find or make the orders of a batch."""
        first: dict[str, dict[str, Any]] = {}
        for _row, values in read:
            key = self._key(values)
            if key not in self.orders:
                first.setdefault(key, values)
        self._find(list(first))
        self._create({key: values for key, values in first.items() if key not in self.orders})

    def _key(self, values: dict[str, Any]) -> str:
        """What tells the order; rows without any key are an order each."""
        if self.options.key:
            return str(values[self.options.key])
        if "_key" not in values:
            values["_key"] = f"#{self.report.details['orders']}-{id(values)}"
        return str(values["_key"])

    def _find(self, keys: list[str]) -> None:
        if not self.options.key or not keys:
            return
        attribute = self.options.key
        found = Order.objects.filter(**{f"{attribute}__in": keys}, deleted_at=None).order_by("id")
        for key, order_id in found.values_list(attribute, "id"):
            self.orders[key] = OpenOrder(order_id, is_new=False)
        stored = StoredLines.of([order.id for order in self.orders.values() if not order.is_new and not order.stored])
        for order in self.orders.values():
            if order.id in stored.by_order:
                order.stored = stored.by_order[order.id]

    def _create(self, wanted: Mapping[str, dict[str, Any]]) -> None:
        if not wanted:
            return
        numbers = self._numbers(wanted)
        now, actor_id = timezone.now(), self.actor.pk if self.actor else None
        rows = []
        for (key, values), order_id, number in zip(wanted.items(), next_ids("sales_order", len(wanted)), numbers, strict=True):
            self.orders[key] = OpenOrder(order_id, is_new=True, noted=True)
            rows.append([order_id, now, actor_id, now, 1, None, number, values.get("external_id", ""), values.get("customer"),
                         values["ordered_at"], values.get("status", OrderStatus.COMPLETED),
                         values.get("currency", self.currency), 0, 0, None, values.get("owner"), values.get("note", "")])  # fmt: skip
        copy_rows("sales_order", ORDER_COLUMNS, rows)
        self._note([(row[0], None, 1) for row in rows])
        self.report.details["orders"] += len(rows)

    def _numbers(self, wanted: Mapping[str, dict[str, Any]]) -> list[str]:
        missing = sum("number" not in values for values in wanted.values())
        taken = iter(take_numbers("sales.order", missing)) if missing else iter(())
        return [values.get("number") or str(next(taken)) for values in wanted.values()]

    def _note(self, changes: Sequence[tuple[int, Any, int]]) -> None:
        rows = ((str(self.run.pk), SUBJECT, order_id, before, version) for order_id, before, version in changes)
        copy_rows("records_importchange", ["run_id", "record_type", "object_id", "before", "version"], rows)

    # -- lines --------------------------------------------------------------------------------------------------------

    def _write_lines(self, read: Sequence[tuple[Row, dict[str, Any]]]) -> None:
        new: list[list[Any]] = []
        changed: list[tuple[OpenOrder, int, list[Any]]] = []
        for _row, values in read:
            order = self.orders[self._key(values)]
            position = order.seen = order.seen + 1
            line = self._line(values)
            if position > len(order.stored):
                new.append([order.id, position, *line])
                self._count_new(order)
            elif StoredLines.values(order.stored[position - 1]) != line:
                changed.append((order, position, line))
                self.report.updated += 1
            else:
                self.report.unchanged += 1
        self._note_changed([order for order, _position, _line in changed], new)
        copy_rows("sales_orderline", ["order_id", "position", *LINE_COLUMNS], new)
        StoredLines.update([(order.id, position, line) for order, position, line in changed])
        self.report.details["lines"] += len(new)

    def _count_new(self, order: OpenOrder) -> None:
        self.report.created += 1

    def _line(self, values: Mapping[str, Any]) -> list[Any]:
        if not self.by_line:
            values = {**values, "unit_price": values["amount"], "quantity": Decimal(1)}
        quantity, price = values.get("quantity", Decimal(1)), values.get("unit_price", Decimal(0))
        discount = values.get("discount_percent", Decimal(0))
        rate = values.get("tax_rate", self.rates["standard"])
        return line_values(values, quantity, price, discount, rate, line_amount(quantity, price, discount))

    def _note_changed(self, orders: Sequence[OpenOrder], new: Sequence[Sequence[Any]]) -> None:
        """Keep the former lines of orders that were there before, once an order, for the undo."""
        grown = {row[0] for row in new}
        changed = [*orders, *(order for order in self.orders.values() if order.id in grown and not order.noted)] if grown else orders
        wanted = {order.id: order for order in changed if not order.noted}
        if wanted:
            versions = StoredLines.raise_versions(list(wanted))
            self._note([(order.id, {"lines": order.stored}, versions[order.id]) for order in wanted.values()])
            for order in wanted.values():
                order.noted = True

    def finish(self) -> None:
        """Totals, what customers bought, and the search entries of all orders the file has touched."""
        finish_orders(self.run)


ORDER_COLUMNS = ["id", "created_at", "created_by_id", "updated_at", "version", "deleted_at", "number", "external_id", "customer_id",
                 "ordered_at", "status", "currency", "net_total", "tax_total", "cost_total", "owner_id", "note"]  # fmt: skip
