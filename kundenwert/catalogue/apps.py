"""Registrations of the catalogue module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CatalogueConfig(AppConfig):
    """The catalogue module as a Django app."""

    name = "kundenwert.catalogue"
    label = "catalogue"
    verbose_name = _("Catalogue")
