"""Reading the organisation's profile."""

from __future__ import annotations

from django.http import HttpRequest

from kundenwert.foundation.database.fixed_query import FixedQuery

from .models import OrganisationProfile

_FIRST: FixedQuery[OrganisationProfile] = FixedQuery(lambda: OrganisationProfile.objects.order_by("pk")[:1])


def organisation_profile() -> OrganisationProfile:
    """The profile; one with defaults where nothing has been entered yet."""
    return _FIRST.first() or OrganisationProfile(name="Kundenwert")


def profile_for(request: HttpRequest) -> OrganisationProfile:
    """The profile, read once a request."""
    kept: OrganisationProfile | None = getattr(request, "_organisation_profile", None)
    if kept is None:
        kept = organisation_profile()
        request._organisation_profile = kept  # type: ignore[attr-defined]  # noqa: SLF001  cache on the request
    return kept
