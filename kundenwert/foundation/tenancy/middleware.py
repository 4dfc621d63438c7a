"""Puts the organisation of the requested host in scope for each request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

from .directory import directory
from .scope import organisation_scope


def organisation_middleware(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """Middleware: unknown hosts get 404 before anything else runs."""

    def respond(request: HttpRequest) -> HttpResponse:
        organisation = directory().for_host(request.get_host())
        if organisation is None:
            return HttpResponseNotFound()
        with organisation_scope(organisation):
            return get_response(request)

    return respond
