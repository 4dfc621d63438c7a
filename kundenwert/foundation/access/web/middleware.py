"""What a signed-in colleague brings along: language, second factor."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation

from ..models import UserSession

SEEN_EVERY = timedelta(minutes=5)
Respond = Callable[[HttpRequest], HttpResponse]


def user_language_middleware(get_response: Respond) -> Respond:
    """Language of the user, else of the cookie or browser."""

    def respond(request: HttpRequest) -> HttpResponse:
        chosen = request.user.language if request.user.is_authenticated else ""
        language = chosen or translation.get_language_from_request(request)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    return respond


def sign_in_middleware(get_response: Respond) -> Respond:
    """Holds a colleague with a second factor at its page until it is given; notes when a session was last seen."""

    def respond(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            if needs_second_factor(request) and request.path not in _free_paths():
                return redirect(f"{reverse('second-factor')}?next={request.path}")
            _note_seen(request)
        return get_response(request)

    return respond


def needs_second_factor(request: HttpRequest) -> bool:
    """Whether the user has a second factor that this session has not shown yet."""
    from django_otp import user_has_device

    if request.user.is_verified():  # type: ignore[union-attr]
        return False
    known = request.session.get("_has_factor")
    if known is None:
        known = request.session["_has_factor"] = user_has_device(request.user)
    return bool(known)


def _free_paths() -> set[str]:
    return {reverse("second-factor"), reverse("sign-out")}


def _note_seen(request: HttpRequest) -> None:
    now = timezone.now()
    last = request.session.get("_seen", 0)
    if now.timestamp() - last > SEEN_EVERY.total_seconds():
        request.session["_seen"] = now.timestamp()
        UserSession.objects.filter(session_key=request.session.session_key).update(seen_at=now)
