"""Where one is signed in."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from ..actions.end_other_sessions import end_other_sessions
from ..actions.end_session import end_session
from ..decorators import signed_in
from ..queries.own_sessions import own_session, own_sessions
from .colleague import colleague
from .columns import columns


@signed_in
def profile_sessions(request: HttpRequest) -> HttpResponse:
    """GET: all browsers in which one is signed in."""
    sessions = own_sessions(colleague(request), request.session.session_key or "")
    labels = columns(_("Device"), _("Address"), _("Signed in"), _("Last seen"), _("Action"))
    return render(request, "access/profile_sessions.html", {"sessions": sessions, "columns": labels})


@require_POST
@signed_in
def end(request: HttpRequest, handle: str) -> HttpResponse:
    """POST: sign one browser out; nothing happens where it is signed out already."""
    session = own_session(colleague(request), handle)
    if session:
        end_session(session=session, actor=colleague(request))
    messages.success(request, _("The device is signed out."))
    return redirect("profile-sessions")


@require_POST
@signed_in
def end_others(request: HttpRequest) -> HttpResponse:
    """POST: sign all other browsers out."""
    count = end_other_sessions(session_key=request.session.session_key or "", actor=colleague(request))
    text = ngettext("%(number)s other device is signed out.", "%(number)s other devices are signed out.", count)
    messages.success(request, text % {"number": count})
    return redirect("profile-sessions")
