"""Start of the record engine: finds the declarations of all modules."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class RecordsConfig(AppConfig):
    """The records module as a Django app."""

    name = "kundenwert.records"
    label = "records"
    verbose_name = _("Records")

    def ready(self) -> None:
        from .audit_words import register

        register()
        autodiscover_modules("records")
