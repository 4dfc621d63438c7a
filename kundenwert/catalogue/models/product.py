"""Products and services."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kundenwert.records.models import Record
from kundenwert.records.sort_key import SortKey

from .tax_rate import TaxCategory


class ProductKind(models.TextChoices):
    """Goods or work."""

    PRODUCT = "product", _("Product")
    SERVICE = "service", _("Service")


class Product(Record):
    """Something we sell."""

    number = models.CharField(_("Product number"), max_length=60)
    name = models.CharField(_("Name"), max_length=300)
    kind = models.CharField(_("Kind"), max_length=10, choices=ProductKind, default=ProductKind.PRODUCT)
    group = models.CharField(_("Product group"), max_length=120, blank=True)
    unit = models.CharField(_("Unit"), max_length=20, blank=True)
    net_price = models.DecimalField(_("Net price"), max_digits=14, decimal_places=4, null=True, blank=True)
    tax_category = models.CharField(_("Tax"), max_length=20, choices=TaxCategory, default=TaxCategory.STANDARD)
    cost = models.DecimalField(_("Cost"), max_digits=14, decimal_places=4, null=True, blank=True)
    active = models.BooleanField(_("Active"), default=True)

    class Meta:
        verbose_name = _("Product")
        verbose_name_plural = _("Products")
        constraints = [
            models.UniqueConstraint(fields=["number"], condition=Q(deleted_at=None), name="product_number_unique")
        ]
        indexes = [
            models.Index(SortKey("name"), "id", name="product_name_sort", condition=Q(deleted_at=None)),
        ]

    def __str__(self) -> str:
        return self.name
