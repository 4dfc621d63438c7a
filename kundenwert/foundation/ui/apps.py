"""The interface kit: styles, behaviours, icons and template components."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """The app of the interface kit."""

    name = "kundenwert.foundation.ui"
    label = "ui"
