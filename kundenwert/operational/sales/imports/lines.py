"""Lines of orders that an import compares, changes and restores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection

from ..amounts import EXACT, line_amount, round_cents
from ..models import OrderLine

LINE_COLUMNS = [
    "product_id", "text", "quantity", "unit", "unit_price", "discount_percent", "tax_rate", "unit_cost", "net_amount",
]  # fmt: skip
DECIMALS = {"quantity": 3, "unit_price": 4, "discount_percent": 2, "tax_rate": 2, "unit_cost": 4, "net_amount": 2}
PLACES = {places: Decimal(1).scaleb(-places) for places in (2, 3, 4)}
ONE, ZERO_PRICE, ZERO_PERCENT = Decimal("1.000"), Decimal("0.0000"), Decimal("0.00")


LIMIT = Decimal(10) ** 14
"""Amounts have sixteen digits, two of them cents."""


class LineMaker:
    """From the values of a row to those of LINE_COLUMNS, as the database keeps them, so that they compare equal."""

    def __init__(self, rate: Decimal, *, by_line: bool) -> None:
        self.rate = rate.quantize(PLACES[2])
        self.by_line = by_line

    def __call__(self, values: Mapping[str, Any]) -> list[Any]:
        """Numbers come rounded to the places of their columns."""
        price = values.get("unit_price", ZERO_PRICE) if self.by_line else values["amount"].quantize(PLACES[4])
        quantity = values.get("quantity", ONE) if self.by_line else ONE
        discount = values.get("discount_percent", ZERO_PERCENT)
        return [
            values.get("product"),
            values.get("line_text", ""),
            quantity,
            values.get("unit", ""),
            price,
            discount,
            values.get("tax_rate", self.rate),
            values.get("unit_cost"),
            line_amount(quantity, price, discount) if discount else round_cents(EXACT.multiply(quantity, price)),
        ]

    def is_too_large(self, values: Mapping[str, Any]) -> bool:
        """Whether the amount or the cost of a line does not fit into the database."""
        if not self.by_line:
            return False
        quantity = abs(values.get("quantity", ONE))
        largest = max(abs(values.get("unit_price", ZERO_PRICE)), abs(values.get("unit_cost", ZERO_PRICE)))
        factor = 1 + abs(values.get("discount_percent", ZERO_PERCENT)) / 100
        return bool(quantity * largest * factor >= LIMIT)


@dataclass(frozen=True)
class StoredLines:
    """The lines of some orders as the database has them: order → position → line."""

    by_order: dict[int, dict[int, dict[str, Any]]]

    @classmethod
    def of(cls, order_ids: Sequence[int]) -> StoredLines:
        """Read the lines of orders."""
        by_order: dict[int, dict[int, dict[str, Any]]] = {}
        rows = OrderLine.objects.filter(order_id__in=order_ids).order_by("order_id", "position") if order_ids else None
        for row in rows.values("order_id", "position", *LINE_COLUMNS) if rows is not None else ():
            by_order.setdefault(row.pop("order_id"), {})[row["position"]] = row
        return cls(by_order)

    def line(self, order_id: int, position: int) -> list[Any] | None:
        """The values of LINE_COLUMNS of a stored line."""
        found = self.by_order.get(order_id, {}).get(position)
        return [found[name] for name in LINE_COLUMNS] if found is not None else None

    def kept(self, order_id: int) -> list[dict[str, Any]]:
        """The lines of an order for the undo."""
        return list(self.by_order.get(order_id, {}).values())

    def last(self, order_id: int) -> int:
        """The highest position of an order, 0 for none."""
        return max(self.by_order.get(order_id, {}), default=0)

    @staticmethod
    def update(changes: Sequence[tuple[int, int, Sequence[Any]]]) -> None:
        """Write (order, position, values of LINE_COLUMNS)."""
        assignments = ", ".join(f"{name} = %s" for name in LINE_COLUMNS)
        with connection.cursor() as cursor:
            cursor.executemany(
                f"UPDATE sales_orderline SET {assignments} WHERE order_id = %s AND position = %s",  # noqa: S608  constants
                [[*values, order_id, position] for order_id, position, values in changes],
            )

    @staticmethod
    def restore(order_id: int, lines: Sequence[Mapping[str, Any]]) -> None:
        """Put back the lines an order had, as they were kept in JSON."""
        OrderLine.objects.filter(order_id=order_id).delete()
        OrderLine.objects.bulk_create(
            OrderLine(order_id=order_id, **{name: _from_json(name, value) for name, value in line.items()})
            for line in lines
        )


def _from_json(name: str, value: Any) -> Any:
    return Decimal(str(value)) if name in DECIMALS and value is not None else value
