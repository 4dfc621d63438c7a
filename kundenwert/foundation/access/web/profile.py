"""One's own profile."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _

from ..actions.change_profile import OWN, change_profile
from ..actions.errors import Refused
from ..decorators import signed_in
from .colleague import colleague
from .forms import ProfileForm
from .outcome import show_refusal


@signed_in
def profile(request: HttpRequest) -> HttpResponse:
    """GET: the form; POST: save it."""
    own = colleague(request)
    initial = {field: getattr(own, field) for field in OWN}
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        try:
            user = change_profile(values=form.cleaned_data, actor=own)
        except Refused as refused:
            show_refusal(form, refused)
        else:
            with translation.override(user.language or translation.get_language()):
                messages.success(request, _("Your profile is saved."))
            return redirect("profile")
    return render(request, "access/profile.html", {"form": form}, status=422 if form.errors else 200)
