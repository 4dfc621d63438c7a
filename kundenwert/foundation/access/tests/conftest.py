from __future__ import annotations

import re

import pytest

from kundenwert.foundation.audit.models import AuditEntry

from .mail_server import mail_server

PASSWORD = "Zwölf Boxkämpfer jagen"


@pytest.fixture
def anna(make_user):
    """A colleague with a password and no rights."""
    return make_user("anna", password=PASSWORD)


@pytest.fixture
def anna_client(anna, client_of):
    return client_of(anna)


@pytest.fixture
def mailbox(settings):
    """A real SMTP server; the settings lead to it."""
    with mail_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", server.port, False
        yield server


@pytest.fixture
def audited(organisation):
    """The actions in the audit log, oldest first."""
    return lambda: list(AuditEntry.objects.order_by("id").values_list("action", flat=True))


def link_in(text):
    """The address in a mail, without scheme and host."""
    return re.search(r"https?://[^/\s]+(/\S+)", text)[1]
