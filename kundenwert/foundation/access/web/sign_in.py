"""Sign in, and what is said after too many wrong tries."""

from __future__ import annotations

import unicodedata
from typing import Any

from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_ip_address, get_cool_off
from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _

from ..actions.sign_in import sign_in as sign_in_action
from ..decorators import public
from ..models import User
from .forms import SignInForm
from .origin import public_origin, safe_next


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    """GET: the form; POST: sign in with e-mail address and password, then go on to `next`."""
    if request.user.is_authenticated:
        return redirect(safe_next(request) or resolve_url(settings.LOGIN_REDIRECT_URL))
    if request.method != "POST" and not User.objects.exists():
        return redirect("first-user")
    form = SignInForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        user = _authenticate(request, form.cleaned_data["username"], form.cleaned_data["password"])
        if user is not None:
            sign_in_action(request=request, origin=public_origin(request), actor=user)
            return redirect(safe_next(request) or resolve_url(settings.LOGIN_REDIRECT_URL))
        form.add_error(None, _("E-mail address or password is not right."))
    context = {"form": form, "next": safe_next(request)}
    return render(request, "access/sign_in.html", context, status=422 if form.errors else 200)


def _authenticate(request: HttpRequest, typed: str, password: str) -> User | None:
    """The colleague. For the limit an address is one in whatever case it is typed; success forgets the wrong tries."""
    username = unicodedata.normalize("NFKC", typed).strip().casefold()
    user = authenticate(request, username=username, password=password)
    if not isinstance(user, User):
        return None
    AxesProxyHandler.reset_attempts(username=username, ip_address=get_client_ip_address(request))
    return user


def locked_out(request: HttpRequest, _original: Any = None, _credentials: Any = None) -> HttpResponse:
    """The answer after too many wrong tries: 429, and when to try again."""
    wait = get_cool_off(request)
    until = timezone.localtime(timezone.now() + wait)
    response = render(request, "access/locked_out.html", {"until": time_format(until, "H:i")}, status=429)
    response["Retry-After"] = str(int(wait.total_seconds()))
    return response
