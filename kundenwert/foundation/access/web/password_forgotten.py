"""Ask for a new password."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ..actions.request_password_reset import request_password_reset
from ..decorators import public
from .forms import ForgottenForm
from .origin import public_origin


@public
def password_forgotten(request: HttpRequest) -> HttpResponse:
    """GET: the form; POST: have the link mailed. The answer is the same whether the address is known or not."""
    form = ForgottenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        request_password_reset(email=form.cleaned_data["email"], origin=public_origin(request), actor=None)
        return render(request, "access/password_asked.html")
    return render(request, "access/password_forgotten.html", {"form": form}, status=422 if form.errors else 200)
