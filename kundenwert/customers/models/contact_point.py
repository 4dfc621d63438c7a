"""Further contact points beside the main ones."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from kundenwert.records.models import Record

from .choices import ContactPointKind
from .contact import Contact
from .customer import Customer


class ContactPoint(Record):
    """A further address, telephone number, e-mail address, website or messenger name of a customer or contact."""

    customer = models.ForeignKey(
        Customer, verbose_name=_("Customer"), on_delete=models.PROTECT, related_name="contact_points"
    )
    contact = models.ForeignKey(
        Contact, verbose_name=_("Contact"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="contact_points",
    )  # fmt: skip
    kind = models.CharField(_("Kind"), max_length=10, choices=ContactPointKind)
    label = models.CharField(_("Purpose"), max_length=60, blank=True)
    """Such as "Lieferanschrift" or "privat"."""
    value = models.CharField(_("Number, address or name"), max_length=300, blank=True)
    """E.164 for telephones; empty for addresses."""
    street = models.CharField(_("Street and number"), max_length=200, blank=True)
    postal_code = models.CharField(_("Postal code"), max_length=20, blank=True)
    city = models.CharField(_("City"), max_length=120, blank=True)
    country = models.CharField(_("Country"), max_length=2, default="DE")

    class Meta:
        verbose_name = _("Contact point")
        verbose_name_plural = _("Contact points")

    def __str__(self) -> str:
        return self.value or f"{self.street}, {self.postal_code} {self.city}"
