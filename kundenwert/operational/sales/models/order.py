"""Orders."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kundenwert.customers.models import Customer
from kundenwert.records.models import Record


class OrderStatus(models.TextChoices):
    """Where an order stands."""

    OPEN = "open", _("Open")
    COMPLETED = "completed", _("Completed")
    CANCELLED = "cancelled", _("Cancelled")


class Order(Record):
    """What a customer bought. Totals are the sums of the lines, kept here by the actions that change lines."""

    number = models.CharField(_("Order number"), max_length=60)
    external_id = models.CharField(_("External number"), max_length=100, blank=True)
    customer = models.ForeignKey(
        Customer, verbose_name=_("Customer"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    """None: an anonymous sale."""
    ordered_at = models.DateTimeField(_("Order date"))
    status = models.CharField(_("Status"), max_length=10, choices=OrderStatus, default=OrderStatus.COMPLETED)
    currency = models.CharField(_("Currency"), max_length=3, default="EUR")
    net_total = models.DecimalField(_("Net total"), max_digits=16, decimal_places=2, default=0, editable=False)
    tax_total = models.DecimalField(_("Tax"), max_digits=16, decimal_places=2, default=0, editable=False)
    cost_total = models.DecimalField(_("Cost"), max_digits=16, decimal_places=2, null=True, editable=False)
    """None where the cost of a line is unknown: a margin would be wrong."""
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Owner"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    note = models.TextField(_("Note"), blank=True)

    class Meta:
        verbose_name = _("Order")
        verbose_name_plural = _("Orders")
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=Q(deleted_at=None), name="order_number_unique")
        ]
        indexes = [
            # With what sums over a time or a customer read, so that they need not visit the rows.
            models.Index(
                fields=["-ordered_at", "-id"],
                include=["net_total", "status", "customer", "owner"],
                name="order_date_sort",
                condition=Q(deleted_at=None),
            ),
            models.Index(
                fields=["-ordered_at", "-id"], name="order_open_sort", condition=Q(deleted_at=None, status="open")
            ),
            models.Index(
                fields=["customer", "-ordered_at"],
                include=["net_total", "status"],
                name="order_customer_date",
                condition=Q(deleted_at=None),
            ),
            models.Index(fields=["external_id"], name="order_external_id", condition=~Q(external_id="")),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.number
