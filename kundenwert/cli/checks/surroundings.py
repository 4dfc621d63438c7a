"""Checks of mail, files of the interface, https."""

from __future__ import annotations

import smtplib

from .finding import Finding, ok, problem, warning

SMTP_SECONDS = 5


def check_mail() -> Finding:
    """A mail server is named, and answers."""
    from django.conf import settings

    if not settings.EMAIL_HOST:
        mend = "Set KUNDENWERT_SMTP_HOST, _PORT, _USER, _PASSWORD and KUNDENWERT_MAIL_FROM."
        return warning("Mail", "No mail server is set up: mails go to the console.", mend)
    place = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    try:
        with smtplib.SMTP(settings.EMAIL_HOST, settings.EMAIL_PORT, timeout=SMTP_SECONDS) as server:
            server.noop()
    except (OSError, smtplib.SMTPException) as error:
        return problem("Mail", f"{place} does not answer: {error}", "Check KUNDENWERT_SMTP_HOST and _PORT.")
    return ok("Mail", f"{place} answers")


def check_interface_files() -> Finding:
    """The joined CSS and JS are there."""
    from kundenwert.foundation.ui.bundle import STATIC

    missing = [name for name in ("kundenwert.css", "kundenwert.js") if not (STATIC / name).exists()]
    if missing:
        return problem("Static files", f"missing: {', '.join(missing)}", "Run: kundenwert serve, or install again.")
    return ok("Static files", "there")


def check_translations() -> Finding:
    """The German texts are compiled."""
    from django.conf import settings

    if not list(settings.LOCALE_PATHS[0].glob("de/LC_MESSAGES/django.mo")):
        return problem("Translations", "The German texts are not compiled.", "Install again (make install).")
    return ok("Translations", "there")
