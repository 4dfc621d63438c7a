"""Registrations of the sales module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalesConfig(AppConfig):
    """The sales module as a Django app."""

    name = "kundenwert.operational.sales"
    label = "sales"
    verbose_name = _("Sales")

    def ready(self) -> None:
        from . import extensions

        extensions.register()
