"""Addresses in and out of requests."""

from __future__ import annotations

import os

from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme


def public_origin(request: HttpRequest) -> str:
    """Where links in mails lead: `KUNDENWERT_PUBLIC_URL`, else scheme and host of the request.

    The host has passed Django's check against the allowed hosts. Where every host is allowed, `known_origin` looks
    whether somebody has signed in there.
    """
    chosen = os.environ.get("KUNDENWERT_PUBLIC_URL", "").strip().rstrip("/")
    return chosen or f"{request.scheme}://{request.get_host()}"


def safe_next(request: HttpRequest) -> str:
    """The address to go on to, if it is one of ours; else empty."""
    target = request.POST.get("next", "") or request.GET.get("next", "")
    ours = target.startswith("/") and url_has_allowed_host_and_scheme(target, allowed_hosts=None)
    return target if ours else ""
