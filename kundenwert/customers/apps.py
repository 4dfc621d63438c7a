"""Registrations of the customers module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CustomersConfig(AppConfig):
    """The customers module as a Django app."""

    name = "kundenwert.customers"
    label = "customers"
    verbose_name = _("Customers")

    def ready(self) -> None:
        from . import panels  # needs loaded models

        panels.register()
