"""Light, dark, or as the system."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from ..actions.change_profile import change_profile
from ..decorators import signed_in
from ..models.user import Theme
from .colleague import colleague

YEAR = 31_536_000


@require_POST
@signed_in
def theme(request: HttpRequest) -> HttpResponse:
    """POST `theme`: keep it for the colleague, and in this browser for the sign-in page. 400 for another value."""
    chosen = request.POST.get("theme", "")
    if chosen not in Theme.values:
        return HttpResponse(status=400)
    change_profile(values={"theme": chosen}, actor=colleague(request))
    response = HttpResponse(status=204)
    response.set_cookie("theme", chosen, max_age=YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    return response
