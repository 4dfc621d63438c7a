"""What a customer has bought so far, kept ready for lists and cards."""

from __future__ import annotations

from django.db import models

from kundenwert.customers.models import Customer


class CustomerSales(models.Model):
    """Sums over a customer's orders that are neither deleted nor cancelled; renewed by `refresh_customer_sales`."""

    customer = models.OneToOneField(
        Customer,
        primary_key=True,
        on_delete=models.CASCADE,
        related_name="+",
        related_query_name="sales",
    )
    order_count = models.PositiveIntegerField(default=0)
    net_total = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    net_total_365 = models.DecimalField(max_digits=16, decimal_places=2, default=0)
    """Of the last 365 days, as of the last refresh."""
    first_order_at = models.DateTimeField(null=True)
    last_order_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["net_total", "customer"], name="customer_sales_total"),
            models.Index(fields=["last_order_at", "customer"], name="customer_sales_last_order"),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id}: {self.net_total}"
