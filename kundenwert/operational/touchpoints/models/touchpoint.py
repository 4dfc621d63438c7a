"""Touchpoints: each contact with a customer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kundenwert.customers.models import Contact, Customer
from kundenwert.records.models import Record


class TouchpointKind(models.TextChoices):
    """The channel."""

    NOTE = "note", _("Note")
    CALL = "call", _("Call")
    MAIL = "mail", _("Mail")
    VISIT = "visit", _("Visit")
    MESSAGE = "message", _("Message")
    LETTER = "letter", _("Letter")


class Direction(models.TextChoices):
    """Who began it."""

    IN = "in", pgettext_lazy("direction of a touchpoint", "incoming")
    OUT = "out", pgettext_lazy("direction of a touchpoint", "outgoing")


class Touchpoint(Record):
    """One contact with a customer on any channel, in or out; a note has no direction."""

    kind = models.CharField(_("Kind"), max_length=10, choices=TouchpointKind)
    direction = models.CharField(_("Direction"), max_length=3, choices=Direction, blank=True)
    at = models.DateTimeField(_("Time"))
    customer = models.ForeignKey(Customer, verbose_name=_("Customer"), on_delete=models.PROTECT, related_name="+")
    contact = models.ForeignKey(
        Contact, verbose_name=_("Contact"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    employee = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("Employee"), null=True, blank=True, on_delete=models.PROTECT,
        related_name="+",
    )  # fmt: skip
    subject = models.CharField(_("Subject"), max_length=300, blank=True)
    text = models.TextField(_("Text"), blank=True)
    external_id = models.CharField(_("External number"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("Touchpoint")
        verbose_name_plural = _("Touchpoints")
        indexes = [
            models.Index(fields=["-at", "-id"], name="touchpoint_time_sort", condition=Q(deleted_at=None)),
            models.Index(fields=["customer", "-at"], name="touchpoint_customer_time", condition=Q(deleted_at=None)),
            models.Index(fields=["employee", "-at"], name="touchpoint_employee_time", condition=Q(deleted_at=None)),
            models.Index(fields=["external_id"], name="touchpoint_external_id", condition=~Q(external_id="")),
        ]

    def __str__(self) -> str:
        return self.subject or self.get_kind_display()
