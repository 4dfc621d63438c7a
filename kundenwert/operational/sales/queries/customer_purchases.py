"""What a customer has bought: figures, last orders, most bought products."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Sum
from django.utils import timezone

from kundenwert.foundation.access.grants import grants
from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.models.role import Scope, Verb
from kundenwert.foundation.locale_format import format_date, format_decimal, format_money
from kundenwert.records.access import may, visible
from kundenwert.records.registry import record_type_for

from ..models import CustomerSales, OrderLine, OrderStatus

SUBJECT = "sales.order"
MONTHS = 24


def customer_purchases(user: User, customer: Any) -> dict[str, Any]:
    """Figures over all orders of the customer, and those of the last 24 months as a line."""
    record_type = record_type_for("sales.order")
    orders = visible(user, record_type).filter(customer_id=customer.pk)
    kept = _figures(user, customer, orders)
    average = kept.net_total / kept.order_count if kept.order_count else None
    return {
        "order_count": format_decimal(kept.order_count, 0),
        "revenue": format_money(kept.net_total),
        "revenue_365": format_money(kept.net_total_365),
        "average": format_money(average) if average is not None else "–",
        "last_order": format_date(timezone.localdate(kept.last_order_at)) if kept.last_order_at else "–",
        "points": _by_month(orders),
        "last_orders": _last_orders(orders, record_type),
        "top_products": _top_products(orders),
        "orders_url": f"{record_type.list_url}?f=customer:is:{customer.pk}",
        "new_order_url": f"{record_type.new_url}?customer={customer.pk}" if may(user, record_type, "create") else "",
    }


def _figures(user: User, customer: Any, orders: Any) -> CustomerSales:
    """The kept sums; for a reader who sees only some of the orders the sums of those."""
    if grants(user).scope(SUBJECT, Verb.SEE) == Scope.ALL:
        kept = CustomerSales.objects.filter(customer_id=customer.pk).first()
        return kept or CustomerSales(customer_id=customer.pk)
    counted = orders.exclude(status=OrderStatus.CANCELLED)
    recent = counted.filter(ordered_at__gte=timezone.now() - timedelta(days=365))
    sums = counted.aggregate(count=Count("pk"), total=Sum("net_total"), last=Max("ordered_at"))
    return CustomerSales(
        customer_id=customer.pk,
        order_count=sums["count"],
        net_total=sums["total"] or 0,
        net_total_365=recent.aggregate(total=Sum("net_total"))["total"] or 0,
        last_order_at=sums["last"],
    )


def _last_orders(orders: Any, record_type: Any) -> list[dict[str, str]]:
    return [
        {
            "number": order.number,
            "date": format_date(timezone.localdate(order.ordered_at)),
            "amount": format_money(order.net_total, order.currency),
            "url": record_type.url_of(order.pk),
        }
        for order in orders.only("number", "ordered_at", "net_total", "currency").order_by("-ordered_at", "-id")[:5]
    ]


def _by_month(orders: Any) -> list[float]:
    today = timezone.localdate()
    since = timezone.now() - timedelta(days=31 * MONTHS)
    months: dict[int, Decimal] = {}
    recent = orders.filter(ordered_at__gte=since).exclude(status=OrderStatus.CANCELLED)
    for ordered_at, amount in recent.values_list("ordered_at", "net_total"):
        local = timezone.localdate(ordered_at)
        ago = (today.year - local.year) * 12 + today.month - local.month
        months[ago] = months.get(ago, Decimal(0)) + amount
    return [float(months.get(ago, 0)) for ago in range(MONTHS - 1, -1, -1)]


def _top_products(orders: Any) -> list[dict[str, str]]:
    lines = OrderLine.objects.filter(order__in=orders.exclude(status=OrderStatus.CANCELLED), product__isnull=False)
    rows = lines.values("product_id", "product__name").annotate(amount=Sum("net_amount")).order_by("-amount")[:5]
    products = record_type_for("catalogue.product")
    return [
        {"name": row["product__name"], "amount": format_money(row["amount"]), "url": products.url_of(row["product_id"])}
        for row in rows
    ]
