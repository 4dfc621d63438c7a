"""Asking a running installation whether it is well."""

from __future__ import annotations

import urllib.request
from urllib.error import URLError

TIMEOUT = 5.0


def is_ready(url: str) -> bool:
    """Whether /healthz answers 200."""
    request = urllib.request.Request(f"{url}/healthz", headers={"Host": _own_host(url)})  # noqa: S310  our own server
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


def _own_host(url: str) -> str:
    """A host name that the installation answers to (KUNDENWERT_HOSTS may not name this machine)."""
    from django.conf import settings

    first = str(settings.ALLOWED_HOSTS[0]) if settings.ALLOWED_HOSTS else "*"
    return url.removeprefix("http://") if first == "*" else first.lstrip(".")
