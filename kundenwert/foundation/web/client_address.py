"""The address a request came from."""

from __future__ import annotations

import ipaddress
import os

from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """IP address of the browser. Forwarded addresses count only behind a proxy that the admin has named.

    `KUNDENWERT_TRUSTED_PROXIES` is the number of own proxies in front; a client could write the header itself.
    """
    proxies = int(os.environ.get("KUNDENWERT_TRUSTED_PROXIES", "0") or 0)
    forwarded = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    address = forwarded[-proxies] if proxies and len(forwarded) >= proxies else request.META.get("REMOTE_ADDR", "")
    try:
        return str(ipaddress.ip_address(address))
    except ValueError:
        return "127.0.0.1"  # a Unix socket has no address
