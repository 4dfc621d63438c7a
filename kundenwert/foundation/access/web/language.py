"""The language of the interface."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from ..actions.change_profile import change_profile
from ..decorators import public
from .colleague import colleague


@require_POST
@public
def language(request: HttpRequest) -> HttpResponseBase:
    """POST `language`, `next`: keep it in this browser and, for who is signed in, in the profile, which comes first."""
    chosen = request.POST.get("language", "")
    if request.user.is_authenticated and chosen in dict(settings.LANGUAGES):
        change_profile(values={"language": chosen}, actor=colleague(request))
    return set_language(request)
