"""Make the organisation's name and its first administrator."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ...organisation.models import OrganisationProfile
from ..default_roles import ADMINISTRATOR
from ..models import Role, User
from .administrators import lock_administrators
from .create_user import create_user
from .errors import Refused
from .people import one_line


@transaction.atomic
def create_first_user(
    *, organisation: str, email: str, first_name: str, last_name: str, password: str, actor: User | None
) -> User:
    """Start an organisation. Raises `Refused` where there is a user already, or for what `create_user` refuses."""
    lock_administrators()
    if User.objects.exists():
        raise Refused(_("Kundenwert has been set up already."))
    name = one_line(organisation)[:200]
    if not name:
        raise Refused(organisation=_("Please enter a name."))
    profile = OrganisationProfile.objects.first() or OrganisationProfile()
    profile.name = name
    profile.save()
    role = Role.objects.filter(is_administrator=True).first()
    role = role or Role.objects.create(name=ADMINISTRATOR, is_administrator=True)
    return create_user(
        email=email, first_name=first_name, last_name=last_name, roles=[role], actor=actor, password=password
    )
