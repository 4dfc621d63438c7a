"""Registrations of the jobs module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    """Puts the keeper of failures around every job."""

    name = "kundenwert.foundation.jobs"
    label = "jobs"
    verbose_name = _("Background jobs")

    def ready(self) -> None:
        from procrastinate.contrib.django import app

        from .keep_failure import keep_failure

        inner = app.worker_defaults.setdefault("task_middleware", [])
        if keep_failure not in inner:
            inner.append(keep_failure)
