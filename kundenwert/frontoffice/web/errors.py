"""Pages for what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import public


def _page(request: HttpRequest, status: int, heading: str, text: str) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return HttpResponse(text, status=status, content_type="text/plain; charset=utf-8")
    context = {"status": status, "heading": heading, "text": text}
    return render(request, "frontoffice/error.html", context, status=status)


@public
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there, or not for this reader; both in the same words."""
    return _page(request, 404, _("Not found"), _("This page does not exist, or it is not meant for you."))


@public
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: known, but not allowed."""
    return _page(
        request, 403, _("Not allowed"), _("You do not have the right to do this. Please ask an administrator.")
    )


@public
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request cannot be read."""
    return _page(request, 400, _("Not understood"), _("The request could not be read. Please go back and try again."))


@public
def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault."""
    return _page(
        request, 500, _("Something went wrong"), _("Nothing was saved. The error has been logged; please try again.")
    )


@public
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form that is too old or comes from elsewhere."""
    text = _(
        "The form was open for too long or comes from another page. Please load the page again; nothing was saved."
    )
    return _page(request, 403, _("Please load the page again"), text)
