"""Registrations of the access module."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    """Subscribes the mails to their events."""

    name = "kundenwert.foundation.access"
    label = "access"
    verbose_name = _("Access")

    def ready(self) -> None:
        from ..events import subscribe
        from ..jobs.labels import label_job
        from . import events, jobs

        label_job("access.send_password_reset", _("Link for a new password by e-mail"))
        label_job("access.send_invitation", _("Invitation by e-mail"))
        label_job("access.clean_sessions", _("Clearing expired sign-ins away"))
        subscribe(events.PasswordResetRequested, jobs.send_password_reset)
        subscribe(events.UserInvited, jobs.send_invitation)
