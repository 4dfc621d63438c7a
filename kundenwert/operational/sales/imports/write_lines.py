"""Writing the lines of a batch of rows: new ones, changed ones, and what the undo needs of the orders."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils import timezone

from kundenwert.records.imports.copy import copy_rows
from kundenwert.records.imports.write import note_changes, set_attributes
from kundenwert.records.models import ImportRun

from ..models import Order
from .heads import NOTHING, SUBJECT, OpenOrder
from .lines import LINE_COLUMNS, StoredLines
from .places import Place

Key = tuple[int, int]
"""Order and position."""


@dataclass
class LineBatch:
    """Rows with their order, place and line; what became of them."""

    rows: Sequence[tuple[OpenOrder, Place, list[Any]]]
    looks_up_new: bool
    """Whether lines of orders made by this very import may be met again: where the file states positions."""
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    new: dict[Key, list[Any]] = field(default_factory=dict)
    changed: dict[Key, list[Any]] = field(default_factory=dict)


def write_batch(batch: LineBatch, *, run: ImportRun) -> None:
    """Compare the rows with the stored lines, and write what differs."""
    orders = {order.id: order for order, _place, _line in batch.rows}
    stored = StoredLines.of([order.id for order in orders.values() if batch.looks_up_new or not order.is_new])
    renewed = {order.id for order in orders.values() if order.changes}
    for order, place, line in batch.rows:
        _sort_in(batch, stored, order.id, place, line, renewed)
    touched = {order_id for order_id, _position in (*batch.new, *batch.changed)}
    _write_heads([order for order in orders.values() if order.changes or order.id in touched], stored, run)
    copy_rows(
        "sales_orderline", ["order_id", "position", *LINE_COLUMNS], ([*key, *line] for key, line in batch.new.items())
    )
    StoredLines.update([(*key, line) for key, line in batch.changed.items()])


def _sort_in(
    batch: LineBatch, stored: StoredLines, order_id: int, place: Place, line: list[Any], renewed: set[int]
) -> None:
    """New, changed or unchanged. The first row of an order that is changed otherwise speaks for the order."""
    key = (order_id, place.position or _following(batch, stored, order_id))
    former = batch.new.get(key) or batch.changed.get(key) or stored.line(*key)
    if former is None:
        batch.new[key] = line
        batch.created += 1
    elif former != line:
        (batch.new if key in batch.new else batch.changed)[key] = line
        batch.updated += 1
    elif order_id in renewed:
        batch.updated += 1
    else:
        batch.unchanged += 1
    renewed.discard(order_id)


def _following(batch: LineBatch, stored: StoredLines, order_id: int) -> int:
    added = [position for order, position in batch.new if order == order_id]
    return max([stored.last(order_id), *added]) + 1


def _write_heads(orders: Sequence[OpenOrder], stored: StoredLines, run: ImportRun) -> None:
    """Write what is new about orders that were there before, and keep what they were like."""
    old = [order for order in orders if not order.is_new]
    if not old:
        return
    written = [(order.id, {name: new for name, (_old, new) in order.changes.items()}) for order in old]
    set_attributes(Order, written, now=timezone.now())
    notes = []
    for order in old:
        order.version += 1
        lines = {} if order.is_noted else {"lines": stored.kept(order.id)}
        notes.append(
            (order.id, {**lines, **{name: former for name, (former, _new) in order.changes.items()}}, order.version)
        )
        order.is_noted, order.changes = True, NOTHING
    note_changes(run, SUBJECT, notes)
