"""The first page of a new installation."""

from __future__ import annotations

from axes.handlers.proxy import AxesProxyHandler
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ...database.data_dir import data_dir
from ..actions.create_first_user import create_first_user
from ..actions.errors import Refused
from ..actions.sign_in import sign_in
from ..decorators import public
from ..models import User
from ..setup_code import drop_setup_code, is_setup_code
from .forms import FirstUserForm
from .origin import public_origin
from .outcome import show_refusal
from .sign_in import locked_out

LIMITED_AS = {"username": "set-up code"}
"""Wrong codes count like wrong passwords of this name."""


@public
def first_user(request: HttpRequest) -> HttpResponse:
    """GET: the form, while there is no user; POST: make organisation and administrator, and sign in."""
    if User.objects.exists():
        raise Http404
    form = FirstUserForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        values = dict(form.cleaned_data)
        if not AxesProxyHandler.is_allowed(request, LIMITED_AS):
            return locked_out(request)
        if is_setup_code(data_dir(), values.pop("setup_code")):
            if answer := _create(request, form, values):
                return answer
        else:
            AxesProxyHandler.user_login_failed(sender=first_user, credentials=LIMITED_AS, request=request)
            form.add_error("setup_code", _("This is not the set-up code."))
    return render(request, "access/first_user.html", {"form": form}, status=422 if form.errors else 200)


def _create(request: HttpRequest, form: FirstUserForm, values: dict[str, str]) -> HttpResponse | None:
    try:
        user = create_first_user(**values, actor=None)
    except Refused as refused:
        show_refusal(form, refused)
        return None
    drop_setup_code(data_dir())
    sign_in(request=request, origin=public_origin(request), actor=user)
    messages.success(request, _("Welcome! Kundenwert is ready."))
    return redirect("home")
