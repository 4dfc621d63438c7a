"""Sign out."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from ..actions.sign_out import sign_out as sign_out_action
from ..decorators import signed_in
from .colleague import colleague


@require_POST
@signed_in
def sign_out(request: HttpRequest) -> HttpResponse:
    """POST: end this session."""
    sign_out_action(request=request, actor=colleague(request))
    messages.success(request, _("You are signed out."))
    return redirect("sign-in")
