"""Lines of orders that an import compares, changes and restores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection

from ..models import OrderLine

LINE_COLUMNS = ["product_id", "text", "quantity", "unit", "unit_price", "discount_percent", "tax_rate", "unit_cost", "net_amount"]
DECIMALS = {"quantity": 3, "unit_price": 4, "discount_percent": 2, "tax_rate": 2, "unit_cost": 4, "net_amount": 2}
PLACES = {places: Decimal(1).scaleb(-places) for places in (2, 3, 4)}


def line_values(
    values: Mapping[str, Any], quantity: Decimal, price: Decimal, discount: Decimal, rate: Decimal, amount: Decimal
) -> list[Any]:
    """The values of LINE_COLUMNS as the database keeps them (rounded to its places, so that they compare equal)."""
    cost = values.get("unit_cost")
    return [
        values.get("product"),
        values.get("line_text", ""),
        quantity.quantize(PLACES[3]),
        values.get("unit", ""),
        price.quantize(PLACES[4]),
        discount.quantize(PLACES[2]),
        rate.quantize(PLACES[2]),
        cost.quantize(PLACES[4]) if cost is not None else None,
        amount,
    ]


@dataclass(frozen=True)
class StoredLines:
    """The lines of some orders, by order, sorted by position."""

    by_order: dict[int, list[dict[str, Any]]]

    @classmethod
    def of(cls, order_ids: Sequence[int]) -> StoredLines:
        """Read the lines of orders."""
        by_order: dict[int, list[dict[str, Any]]] = {}
        rows = OrderLine.objects.filter(order_id__in=order_ids).order_by("order_id", "position")
        for row in rows.values("order_id", "position", *LINE_COLUMNS):
            by_order.setdefault(row.pop("order_id"), []).append(row)
        return cls(by_order)

    @staticmethod
    def values(line: Mapping[str, Any]) -> list[Any]:
        """The values of LINE_COLUMNS of a stored line."""
        return [line[name] for name in LINE_COLUMNS]

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
    def raise_versions(order_ids: Sequence[int]) -> dict[int, int]:
        """Count a change on orders; returns their versions after it."""
        with connection.cursor() as cursor:
            cursor.execute(
                "UPDATE sales_order SET version = version + 1, updated_at = now() WHERE id = ANY(%s) RETURNING id, version",
                [list(order_ids)],
            )
            return dict(cursor.fetchall())

    @staticmethod
    def restore(order_id: int, lines: Sequence[Mapping[str, Any]]) -> None:
        """Put back the lines an order had, as they were kept in JSON."""
        OrderLine.objects.filter(order_id=order_id).delete()
        OrderLine.objects.bulk_create(
            OrderLine(order_id=order_id, **{name: _from_json(name, value) for name, value in line.items()}) for line in lines
        )


def _from_json(name: str, value: Any) -> Any:
    return Decimal(str(value)) if name in DECIMALS and value is not None else value
