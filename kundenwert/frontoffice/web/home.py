"""The home page."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.foundation.access.decorators import signed_in
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.locale_format import format_day

from ..queries.home_page import home_page


@signed_in
def home(request: SignedInRequest) -> HttpResponse:
    """GET: what matters today."""
    context = home_page(request.user)
    heading = {"greeting": _greeting(request.user.first_name), "day": format_day(context["today"])}
    return render(request, "frontoffice/home.html", context | heading)


def _greeting(name: str) -> str:
    hour = timezone.localtime().hour
    words = _("Good morning") if hour < 11 else _("Good day") if hour < 18 else _("Good evening")
    return f"{words}, {name}" if name else words
