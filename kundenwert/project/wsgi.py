"""Entry point of the web server."""

from __future__ import annotations

from django.conf import settings
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, connections

from kundenwert.foundation.tenancy import directory
from kundenwert.foundation.web.static_files import Wsgi, load_static_files, serve_static_files

from .boot import boot, set_up_django


def _make() -> Wsgi:
    set_up_django()
    _boot_if_needed()
    _give_connections_back_after_each_request()
    application: Wsgi = get_wsgi_application()
    if settings.DEBUG:
        return application  # the reloading server finds static files itself
    static = load_static_files()
    settings.STATIC_URL = static.prefix  # before the first page asks for an address
    return serve_static_files(application, static)


def _boot_if_needed() -> None:
    """`kundenwert web` has done it; a WSGI server of the user's own choice has not."""
    try:
        directory()
    except RuntimeError:
        boot()


def _give_connections_back_after_each_request() -> None:
    """Django looks at its connections between requests too, when no organisation is in scope."""
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    request_finished.connect(_give_back, dispatch_uid="give_connections_back")


def _give_back(**_: object) -> None:
    for connection in connections.all(initialized_only=True):
        connection.close()


application = _make()
