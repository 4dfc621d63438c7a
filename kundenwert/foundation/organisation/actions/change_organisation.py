"""Change the organisation's profile."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from ...access.models import User
from ...audit.write import write_audit
from ..models import OrganisationProfile

SUBJECT = "organisation.organisationprofile"
FIELDS = ("name", "street", "postal_code", "city", "country", "currency")


@transaction.atomic
def change_organisation(*, values: Mapping[str, str], actor: User | None) -> OrganisationProfile:
    """Change fields of the profile; makes it where there is none. Other fields than `FIELDS` are ignored."""
    profile = OrganisationProfile.objects.select_for_update().first() or OrganisationProfile()
    before = {field: getattr(profile, field) for field in FIELDS}
    for field in FIELDS:
        if field in values:
            setattr(profile, field, " ".join(values[field].split()))
    profile.save()
    changed = [field for field in FIELDS if getattr(profile, field) != before[field]]
    if changed:
        write_audit(
            actor=actor,
            action=f"{SUBJECT}.changed",
            subject=SUBJECT,
            object_id=profile.pk,
            title=profile.name,
            before={field: before[field] for field in changed},
            after={field: getattr(profile, field) for field in changed},
        )
    return profile
