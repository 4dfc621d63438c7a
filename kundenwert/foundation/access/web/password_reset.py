"""Set a new password with a link from a mail."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ..actions.errors import Refused
from ..actions.reset_password import reset_password
from ..decorators import public
from ..tokens import user_of_token
from .forms import NewPasswordForm
from .outcome import show_refusal


@public
def password_reset(request: HttpRequest, token: str) -> HttpResponse:
    """GET: the form, or that the link is void; POST: set the password and end all sessions of the colleague."""
    user = user_of_token(token)
    if user is None:
        return render(request, "access/link_void.html", status=410)
    form = NewPasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            reset_password(token=token, password=form.cleaned_data["new_password"], actor=None)
        except Refused as refused:
            show_refusal(form, Refused(new_password=str(refused)))
        else:
            messages.success(request, _("Your password is set. Please sign in."))
            return redirect("sign-in")
    context = {"form": form, "email": user.email, "is_new": not user.has_usable_password()}
    return render(request, "access/password_reset.html", context, status=422 if form.errors else 200)
