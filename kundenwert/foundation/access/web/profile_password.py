"""Change one's own password."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ..actions.change_password import change_password
from ..actions.errors import Refused
from ..decorators import signed_in
from .colleague import colleague
from .forms import ChangePasswordForm
from .outcome import show_refusal
from .wrong_passwords import after_wrong_password


@signed_in
def profile_password(request: HttpRequest) -> HttpResponse:
    """GET: the form; POST: set the new password; all other sessions end."""
    form = ChangePasswordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            key = request.session.session_key or ""
            user = change_password(**form.cleaned_data, session_key=key, actor=colleague(request))
        except Refused as refused:
            if ended := after_wrong_password(request, refused):
                return ended
            show_refusal(form, refused)
        else:
            update_session_auth_hash(request, user)
            messages.success(request, _("Your password is changed. All other devices are signed out."))
            return redirect("profile-password")
    return render(request, "access/profile_password.html", {"form": form}, status=422 if form.errors else 200)
