"""Registrations of the audit module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AuditConfig(AppConfig):
    """The audit module as a Django app."""

    name = "kundenwert.foundation.audit"
    label = "audit"
    verbose_name = _("Audit")
