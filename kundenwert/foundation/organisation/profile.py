"""Reading the organisation's profile."""

from __future__ import annotations

from .models import OrganisationProfile


def organisation_profile() -> OrganisationProfile:
    """The profile; one with defaults where nothing has been entered yet."""
    return OrganisationProfile.objects.first() or OrganisationProfile(name="Kundenwert")
