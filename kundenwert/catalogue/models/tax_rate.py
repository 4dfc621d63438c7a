"""Tax rates, dated: a law changes them, an admin adds a row."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class TaxCategory(models.TextChoices):
    """Which of a country's rates applies to a product."""

    STANDARD = "standard", _("Standard rate")
    REDUCED = "reduced", _("Reduced rate")
    SECOND_REDUCED = "second_reduced", _("Second reduced rate")
    BASIC_FOOD = "basic_food", _("Basic foods")
    ZERO = "zero", _("Zero rate")


class TaxRate(models.Model):
    """A rate of VAT in a country from a day on."""

    country = models.CharField(max_length=2)
    category = models.CharField(max_length=20, choices=TaxCategory)
    rate = models.DecimalField(max_digits=5, decimal_places=2)
    """Percent."""
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["country", "category", "-valid_from"]
        constraints = [models.UniqueConstraint(fields=["country", "category", "valid_from"], name="tax_rate_unique")]

    def __str__(self) -> str:
        return f"{self.country} {self.rate} %"
