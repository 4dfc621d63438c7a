"""Set up one's own second factor."""

from __future__ import annotations

import secrets
from typing import Any

import django_otp
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ...organisation.profile import organisation_profile
from ..actions.disable_second_factor import disable_second_factor
from ..actions.enable_second_factor import enable_second_factor
from ..actions.errors import Refused
from ..actions.renew_codes import renew_codes
from ..decorators import signed_in
from ..second_factor import has_second_factor, provisioning_address, qr_code, recovery_codes_left, typed_secret
from .colleague import colleague
from .forms import CodeForm, ConfirmForm
from .outcome import show_refusal
from .wrong_passwords import after_wrong_password

KEY = "_new_factor"
BYTES = 20
"""Of the secret: RFC 4226, 4, R6."""


@signed_in
def profile_second_factor(request: HttpRequest) -> HttpResponse:
    """GET: the state, or the QR code to begin with; POST: switch on with a first code."""
    if has_second_factor(colleague(request)):
        return _state(request, ConfirmForm())
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and KEY in request.session:
        try:
            device, codes = enable_second_factor(
                key=request.session[KEY],
                code=form.cleaned_data["code"],
                session_key=request.session.session_key or "",
                actor=colleague(request),
            )
        except Refused as refused:
            show_refusal(form, refused)
        else:
            _now_verified(request, device)
            return render(request, "access/recovery_codes.html", {"text": "\n".join(codes), "is_new": True})
    return render(
        request, "access/second_factor_set_up.html", _set_up(request, form), status=422 if form.errors else 200
    )


@require_POST
@signed_in
def switch_off(request: HttpRequest) -> HttpResponse:
    """POST: remove the second factor, with the password."""
    form = ConfirmForm(request.POST)
    if form.is_valid():
        try:
            disable_second_factor(
                user=colleague(request), actor=colleague(request), password=form.cleaned_data["password"]
            )
        except Refused as refused:
            if ended := after_wrong_password(request, refused):
                return ended
            show_refusal(form, refused)
        else:
            request.session.pop("_has_factor", None)
            request.session.pop(django_otp.DEVICE_ID_SESSION_KEY, None)
            messages.success(request, _("The second factor is switched off."))
            return redirect("profile-second-factor")
    return _state(request, form)


@require_POST
@signed_in
def new_codes(request: HttpRequest) -> HttpResponse:
    """POST: replace the recovery codes, with the password, and show the new ones once."""
    form = ConfirmForm(request.POST)
    if form.is_valid():
        try:
            codes = renew_codes(password=form.cleaned_data["password"], actor=colleague(request))
        except Refused as refused:
            if ended := after_wrong_password(request, refused):
                return ended
            show_refusal(form, refused)
        else:
            return render(request, "access/recovery_codes.html", {"text": "\n".join(codes), "is_new": False})
    return _state(request, form)


def _state(request: HttpRequest, form: ConfirmForm) -> HttpResponse:
    context = {"form": form, "codes_left": recovery_codes_left(colleague(request))}
    return render(request, "access/second_factor_state.html", context, status=422 if form.errors else 200)


def _set_up(request: HttpRequest, form: CodeForm) -> dict[str, Any]:
    """A secret waits in the session until a code has proved that the telephone has it."""
    key = request.session.get(KEY) or secrets.token_hex(BYTES)
    request.session[KEY] = key
    address = provisioning_address(colleague(request), key, organisation_profile().name)
    secret = typed_secret(key)
    grouped = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return {"form": form, "qr": qr_code(address), "secret": secret, "grouped_secret": grouped}


def _now_verified(request: HttpRequest, device: Any) -> None:
    del request.session[KEY]
    request.session["_has_factor"] = True
    django_otp.login(request, device)
    request.session.cycle_key()
