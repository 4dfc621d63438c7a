"""Registrations of the files module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FilesConfig(AppConfig):
    """The files module as a Django app."""

    name = "kundenwert.foundation.files"
    label = "files"
    verbose_name = _("Files")
