"""Entry point of the web server."""

from __future__ import annotations

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from kundenwert.foundation.tenancy import directory
from kundenwert.foundation.web.static_files import Wsgi, load_static_files, serve_static_files

from .boot import boot, collect_garbage_seldom, set_up_django


def _make() -> Wsgi:
    set_up_django()
    _boot_if_needed()
    application: Wsgi = get_wsgi_application()
    collect_garbage_seldom()
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


application = _make()
