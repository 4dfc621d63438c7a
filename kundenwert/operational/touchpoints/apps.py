"""Registrations of the touchpoints module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TouchpointsConfig(AppConfig):
    """The touchpoints module as a Django app."""

    name = "kundenwert.operational.touchpoints"
    label = "touchpoints"
    verbose_name = _("Touchpoints")

    def ready(self) -> None:
        from . import extensions

        extensions.register()
