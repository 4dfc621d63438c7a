"""What a customer has bought: figures, last orders, most bought products."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Max, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from kundenwert.foundation.access.models import User
from kundenwert.foundation.database.fixed_query import FixedQuery
from kundenwert.foundation.locale_format import format_date, format_decimal, format_money
from kundenwert.records.access import may, sees_all, visible
from kundenwert.records.fixed_records import FixedRecords
from kundenwert.records.registry import record_type_for

from ..models import CustomerSales, OrderLine, OrderStatus
from .newest_orders import newest_orders

SUBJECT = "sales.order"
MONTHS = 24
_KEPT: FixedQuery[CustomerSales] = FixedQuery(lambda customer: CustomerSales.objects.filter(customer_id=customer))
_MONTHS: FixedRecords[tuple[datetime, Decimal]] = FixedRecords(
    SUBJECT,
    lambda orders, customer, since: (
        orders.filter(customer_id=customer, ordered_at__gte=since)
        .exclude(status=OrderStatus.CANCELLED)
        .order_by()
        .values_list(TruncMonth("ordered_at"))
        .annotate(Sum("net_total"))
    ),
)
_TOP: FixedQuery[dict[str, Any]] = FixedQuery(
    lambda orders: (
        OrderLine.objects.filter(order_id__in=orders, product__isnull=False)
        .values("product_id", "product__name")
        .annotate(amount=Sum("net_amount"))
        .order_by("-amount")[:5]
    )
)


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
        "points": _by_month(user, customer),
        "last_orders": _last_orders(user, customer, record_type),
        "top_products": _top_products(user, customer),
        "orders_url": f"{record_type.list_url}?f=customer:is:{customer.pk}",
        "new_order_url": f"{record_type.new_url}?customer={customer.pk}" if may(user, record_type, "create") else "",
    }


def _figures(user: User, customer: Any, orders: Any) -> CustomerSales:
    """The kept sums; for a reader who sees only some of the orders the sums of those."""
    if sees_all(user, SUBJECT):
        return _KEPT.first(customer.pk) or CustomerSales(customer_id=customer.pk)
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


def _last_orders(user: User, customer: Any, record_type: Any) -> list[dict[str, str]]:
    return [
        {
            "number": order["number"],
            "date": format_date(timezone.localdate(order["ordered_at"])),
            "amount": format_money(order["net_total"], order["currency"]),
            "url": record_type.url_of(order["id"]),
        }
        for order in newest_orders(user, customer)[:5]
    ]


def _by_month(user: User, customer: Any) -> list[float]:
    today = timezone.localdate()
    rows = _MONTHS(user, customer.pk, timezone.now() - timedelta(days=31 * MONTHS))
    months = {(today.year - month.year) * 12 + today.month - month.month: amount for month, amount in rows}
    return [float(months.get(ago, 0)) for ago in range(MONTHS - 1, -1, -1)]


def _top_products(user: User, customer: Any) -> list[dict[str, str]]:
    """Of the newest orders: what was bought years ago says little, and a customer may have thousands of orders."""
    ids = [order["id"] for order in newest_orders(user, customer) if order["status"] != OrderStatus.CANCELLED]
    rows = _TOP(ids) if ids else []
    products = record_type_for("catalogue.product")
    return [
        {"name": row["product__name"], "amount": format_money(row["amount"]), "url": products.url_of(row["product_id"])}
        for row in rows
    ]
