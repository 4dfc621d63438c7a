"""Registrations of the organisation module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    """The organisation module as a Django app."""

    name = "kundenwert.foundation.organisation"
    label = "organisation"
    verbose_name = _("Organisation")
