"""What several actions on users share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from ...email_address import EmailError, normalise_email
from ..models import Role, User
from .errors import Refused

SUBJECT = "access.user"
LONGEST_NAME = 80


def checked_email(text: str, user: User | None = None) -> str:
    """The bare address. Raises `Refused` where it is none, or another colleague's."""
    try:
        email = normalise_email(text)
    except EmailError as error:
        raise Refused(email=str(error)) from error
    others = User.objects.exclude(pk=user.pk) if user else User.objects.all()
    if others.filter(email__iexact=email).exists():
        raise Refused(email=_("There is already a colleague with this e-mail address."))
    return email


def checked_name(text: str, field: str) -> str:
    """A name in one line, without surplus spaces. Raises `Refused` where it is empty or too long."""
    name = one_line(text)
    if not name:
        raise Refused(**{field: _("Please enter a name.")})
    if len(name) > LONGEST_NAME:
        raise Refused(**{field: _("Please use at most %(number)s characters.") % {"number": LONGEST_NAME}})
    return name


def one_line(text: str) -> str:
    """Text without line breaks and surplus spaces."""
    return " ".join(text.replace("\0", "").split())


def checked_password(password: str, user: User, field: str = "password") -> str:
    """The password itself. Raises `Refused` where it is too short, too common or like the name."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Refused(**{field: " ".join(error.messages)}) from error
    return password


def checked_roles(roles: Iterable[Role]) -> list[Role]:
    """The roles. Raises `Refused` where there is none: such a colleague could do nothing."""
    chosen = list(roles)
    if not chosen:
        raise Refused(roles=_("Please choose at least one role."))
    return chosen


def person(user: User) -> dict[str, Any]:
    """What the audit log keeps of a user."""
    return {
        "email": user.email,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "roles": [role.name for role in user.roles.all()],
        "teams": [team.name for team in user.teams.all()],
    }


def differences(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Only what changed, before and after."""
    changed = [key for key in after if before.get(key) != after[key]]
    return {key: before.get(key) for key in changed}, {key: after[key] for key in changed}
