"""The lines of an order, ready to show."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kundenwert.foundation.locale_format import format_decimal, format_money
from kundenwert.records.registry import record_type_for

from ..models import Order, OrderLine


def order_lines(order: Order) -> dict[str, Any]:
    """Lines with their amounts, and the totals."""
    lines = OrderLine.objects.filter(order=order).select_related("product").order_by("position")
    margin = order.net_total - order.cost_total if order.cost_total is not None else None
    return {
        "lines": [_line(line, order.currency) for line in lines],
        "net_total": format_money(order.net_total, order.currency),
        "tax_total": format_money(order.tax_total, order.currency),
        "gross_total": format_money(order.net_total + order.tax_total, order.currency),
        "margin": format_money(margin, order.currency) if margin is not None else "",
        "edit_url": reverse("order-lines", args=[order.pk]),
    }


def _line(line: OrderLine, currency: str) -> dict[str, Any]:
    return {
        "position": line.position,
        "text": line.text or (line.product.name if line.product else ""),
        "number": line.product.number if line.product else "",
        "url": record_type_for("catalogue.product").url_of(line.product_id) if line.product_id else "",
        "quantity": format_decimal(line.quantity.normalize(), 0 if line.quantity == line.quantity.to_integral() else 3),
        "unit": line.unit,
        "unit_price": format_money(line.unit_price, currency, 4),
        "discount": f"{format_decimal(line.discount_percent)} %" if line.discount_percent else "",
        "tax": f"{format_decimal(line.tax_rate, 1 if line.tax_rate % 1 else 0)} %",
        "amount": format_money(line.net_amount, currency),
        "is_return": line.quantity < 0,
    }
