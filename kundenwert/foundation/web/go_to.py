"""Lead the reader to another page, whoever asked."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect


def go_to(request: HttpRequest, address: str) -> HttpResponse:
    """A redirect; to htmx, which would follow one by itself and put the page into a part of this one, in its words."""
    if not request.headers.get("HX-Request"):
        return redirect(address)
    response = HttpResponse(status=204)
    response["HX-Redirect"] = address
    return response
