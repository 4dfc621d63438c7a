"""Registrations of the sales module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SalesConfig(AppConfig):
    """The sales module as a Django app."""

    name = "kundenwert.operational.sales"
    label = "sales"
    verbose_name = _("Sales")

    def ready(self) -> None:
        from kundenwert.foundation.jobs.labels import label_job

        from . import extensions

        extensions.register()
        label_job("sales.renew_yearly_sales", _("Revenue of the last 365 days"))
