"""Mails of the access module."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from ..organisation.profile import organisation_profile
from .models import User
from .tokens import INVITATION, RESET, make_token


def mail_password_reset(user: User, origin: str) -> None:
    """Send the link for a new password. Raises what the mail server raises: the job tries again."""
    with translation.override(user.language or settings.LANGUAGE_CODE):
        link = _link(origin, make_token(user, RESET))
        _send(user, _("New password for Kundenwert"), "access/mail/password_reset.txt", link)


def mail_invitation(user: User, origin: str) -> None:
    """Send the link for the first password. Raises what the mail server raises: the job tries again."""
    with translation.override(user.language or settings.LANGUAGE_CODE):
        link = _link(origin, make_token(user, INVITATION))
        _send(user, _("Your access to Kundenwert"), "access/mail/invitation.txt", link)


def _link(origin: str, token: str) -> str:
    return f"{origin}{reverse('password-reset', args=[token])}"


def _send(user: User, subject: str, template: str, link: str) -> None:
    values = {"user": user, "link": link, "organisation": organisation_profile().name}
    EmailMessage(subject, render_to_string(template, values), to=[user.email]).send()
