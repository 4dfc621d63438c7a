"""Who may open an address: declared at the view, checked by a test over all addresses."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from .grants import grants

V = TypeVar("V", bound=Callable[..., HttpResponseBase])


def public(view: V) -> V:
    """Open to everybody. Stands on the short list in the architecture tests."""
    view.permission = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: V) -> V:
    """Open to every colleague who is signed in."""
    return _guard(view, "signed in", lambda _user: True)


def administrators(view: V) -> V:
    """Open to administrators."""
    return _guard(view, "administrators", lambda user: grants(user).is_administrator)


def for_records(view: V) -> V:
    """Open to signed-in colleagues; the view reaches records through `records.access` only."""
    return _guard(view, "records", lambda _user: True)


def _guard(view: V, permission: str, allowed: Callable[[Any], bool]) -> V:
    @wraps(view)
    def guarded(request: HttpRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return _to_sign_in(request)
        if not allowed(request.user):
            raise PermissionDenied
        return view(request, *arguments, **named)

    guarded.permission = permission  # type: ignore[attr-defined]
    return guarded  # type: ignore[return-value]


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """A part of a page cannot be replaced by a sign-in page: the whole page goes there."""
    if request.headers.get("HX-Request"):
        response = HttpResponse(status=401)
        response["HX-Redirect"] = redirect_to_login(request.headers.get("HX-Current-URL", "/")).url
        return response
    return redirect_to_login(request.get_full_path())
