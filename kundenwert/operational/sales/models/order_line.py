"""Lines of orders."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kundenwert.catalogue.models import Product

from .order import Order


class OrderLine(models.Model):
    """A product or free text in an order; a negative quantity is a return.

    `net_amount` = quantity × unit price × (1 - discount), rounded half up to the cent per line
    (docs/decisions/0005-rounding-per-line.md).
    """

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    position = models.PositiveIntegerField(_("Position"))
    product = models.ForeignKey(
        Product, verbose_name=_("Product"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.CharField(_("Text"), max_length=500, blank=True)
    quantity = models.DecimalField(_("Quantity"), max_digits=14, decimal_places=3)
    unit = models.CharField(_("Unit"), max_length=20, blank=True)
    unit_price = models.DecimalField(_("Unit price (net)"), max_digits=14, decimal_places=4)
    discount_percent = models.DecimalField(_("Discount in percent"), max_digits=5, decimal_places=2, default=0)
    tax_rate = models.DecimalField(_("Tax rate in percent"), max_digits=5, decimal_places=2)
    unit_cost = models.DecimalField(_("Unit cost"), max_digits=14, decimal_places=4, null=True, blank=True)
    net_amount = models.DecimalField(_("Net amount"), max_digits=16, decimal_places=2)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["order", "position"], name="order_line_position")]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.text}"
