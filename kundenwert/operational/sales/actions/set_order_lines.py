"""Set the lines of an order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from kundenwert.customers.actions.promote_prospects import promote_prospects
from kundenwert.foundation.access.models import User
from kundenwert.foundation.audit.models import AuditEntry
from kundenwert.foundation.audit.write import write_audit
from kundenwert.records.actions.errors import Conflict, InvalidRecord
from kundenwert.records.actions.save import follow_up
from kundenwert.records.registry import record_type_for

from ..amounts import line_amount, order_totals
from ..models import Order, OrderLine, OrderStatus

SUBJECT = "sales.order"
LIMIT = Decimal(10) ** 14
"""Amounts have sixteen digits, two of them cents."""


@dataclass(frozen=True, kw_only=True)
class LineValues:
    """What a person decides about a line; the amount follows."""

    product_id: int | None = None
    text: str = ""
    quantity: Decimal
    unit: str = ""
    unit_price: Decimal
    discount_percent: Decimal = Decimal(0)
    tax_rate: Decimal
    unit_cost: Decimal | None = None


@transaction.atomic
def set_order_lines(
    order: Order, lines: Sequence[LineValues], *, actor: User | None, expected_version: int | None = None
) -> AuditEntry | None:
    """Replace the lines and renew the totals. `order` must be loaded with a lock in this transaction.

    `expected_version` is the version of the order its editor began with: where it has moved on, `Conflict` is raised
    and nothing is written. Returns the audit entry, None where nothing differs. Raises `InvalidRecord`.
    """
    if expected_version is not None and expected_version != order.version:
        raise Conflict("lines", order.version)
    before = _state(order)
    made = [_line(order, position, values) for position, values in enumerate(lines, start=1)]
    if _kept(made) == before["lines"]:
        return None
    _set_totals(order, made)
    OrderLine.objects.filter(order=order).delete()
    OrderLine.objects.bulk_create(made)
    order.version += 1
    order.save()
    record_type = record_type_for(SUBJECT)
    follow_up(record_type, [order.pk])
    entry = write_audit(
        actor=actor,
        action=f"{SUBJECT}.lines_set",
        subject=SUBJECT,
        object_id=order.pk,
        title=record_type.title_of(order),
        before=before,
        after=_state(order),
    )
    if made and order.customer_id and order.status != OrderStatus.CANCELLED:
        promote_prospects([order.customer_id], actor=actor)
    return entry


def _line(order: Order, position: int, values: LineValues) -> OrderLine:
    amount = line_amount(values.quantity, values.unit_price, values.discount_percent)
    if abs(amount) >= LIMIT:
        raise InvalidRecord({"": _("The amount of line %(position)d is too large.") % {"position": position}})
    return OrderLine(order=order, position=position, net_amount=amount, **asdict(values))


def _set_totals(order: Order, lines: Sequence[OrderLine]) -> None:
    net, tax, cost = order_totals(lines)
    if max(abs(net), abs(tax), abs(cost or Decimal(0))) >= LIMIT:
        raise InvalidRecord({"": _("The total of the order is too large.")})
    order.net_total, order.tax_total, order.cost_total = net, tax, cost if lines else None


def _state(order: Order) -> dict[str, Any]:
    lines = OrderLine.objects.filter(order=order).order_by("position")
    return {"lines": _kept(lines), "net_total": order.net_total, "tax_total": order.tax_total}


def _kept(lines: Any) -> list[Mapping[str, Any]]:
    """Lines as the audit keeps them: numbers as text, so that 1 and 1.000 are equal."""
    return [
        {
            "product_id": line.product_id,
            "text": line.text,
            "quantity": f"{line.quantity:.3f}",
            "unit": line.unit,
            "unit_price": f"{line.unit_price:.4f}",
            "discount_percent": f"{line.discount_percent:.2f}",
            "tax_rate": f"{line.tax_rate:.2f}",
            "unit_cost": None if line.unit_cost is None else f"{line.unit_cost:.4f}",
            "net_amount": f"{line.net_amount:.2f}",
        }
        for line in lines
    ]
