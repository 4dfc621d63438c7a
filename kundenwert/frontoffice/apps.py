"""Registrations of the front office."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrontofficeConfig(AppConfig):
    """The frontoffice module as a Django app."""

    name = "kundenwert.frontoffice"
    label = "frontoffice"
    verbose_name = _("Front office")
