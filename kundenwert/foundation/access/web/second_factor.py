"""The second factor at sign-in."""

from __future__ import annotations

import django_otp
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_otp.plugins.otp_static.models import StaticDevice

from ..actions.errors import Refused
from ..actions.pass_second_factor import pass_second_factor
from ..decorators import signed_in
from ..second_factor import recovery_codes_left
from .colleague import colleague
from .forms import CodeForm
from .middleware import needs_second_factor
from .origin import safe_next
from .outcome import show_refusal


@signed_in
def second_factor(request: HttpRequest) -> HttpResponse:
    """GET: ask for a code; POST: check it, then go on to `next`."""
    onward = safe_next(request) or resolve_url(settings.LOGIN_REDIRECT_URL)
    if not needs_second_factor(request):
        return redirect(onward)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            device = pass_second_factor(code=form.cleaned_data["code"], actor=colleague(request))
        except Refused as refused:
            show_refusal(form, refused)
        else:
            django_otp.login(request, device)
            request.session.cycle_key()
            _warn_of_last_codes(request, device)
            return redirect(onward)
    context = {"form": form, "next": safe_next(request)}
    return render(request, "access/second_factor.html", context, status=422 if form.errors else 200)


def _warn_of_last_codes(request: HttpRequest, device: object) -> None:
    if isinstance(device, StaticDevice):
        left = recovery_codes_left(colleague(request))
        text = ngettext("%(number)s recovery code is left.", "%(number)s recovery codes are left.", left)
        messages.warning(request, _("You have used a recovery code.") + " " + text % {"number": left})
