"""Who sits at a stranger's open browser cannot guess the password for ever."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from ..actions.errors import Refused
from ..actions.sign_out import sign_out
from .colleague import colleague

KEY = "_wrong_passwords"
AT_MOST = 5


def after_wrong_password(request: HttpRequest, refused: Refused) -> HttpResponse | None:
    """Count a wrong password of the session; the fifth ends it. Other refusals count nothing."""
    if "password" not in refused.errors:
        return None
    count = request.session[KEY] = request.session.get(KEY, 0) + 1
    if count < AT_MOST:
        return None
    sign_out(request=request, actor=colleague(request))
    messages.error(request, _("The password was wrong too often. Please sign in again."))
    return redirect("sign-in")
