"""Create or change a team."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ...audit.write import write_audit
from ..models import Team, User
from .errors import Refused
from .people import differences, one_line

SUBJECT = "access.team"


@transaction.atomic
def save_team(*, team: Team | None, name: str, members: Iterable[User], actor: User | None) -> Team:
    """Save a team and who belongs to it; None makes a new one. Raises `Refused` for a name that is empty or taken."""
    kept = team or Team()
    before = contents(team) if team else {}
    kept.name = _checked_name(name, kept)
    kept.save()
    kept.users.set(members)
    old, new = differences(before, contents(kept))
    if new:
        write_audit(
            actor=actor,
            action=f"{SUBJECT}.{'changed' if team else 'created'}",
            subject=SUBJECT,
            object_id=kept.pk,
            title=kept.name,
            before=old if team else None,
            after=new,
        )
    return kept


def contents(team: Team) -> dict[str, Any]:
    """What the audit log keeps of a team."""
    return {"name": team.name, "members": [user.name for user in team.users.all()]}


def _checked_name(name: str, team: Team) -> str:
    bare = one_line(name)[:80]
    if not bare:
        raise Refused(name=_("Please enter a name."))
    if Team.objects.filter(name__iexact=bare).exclude(pk=team.pk).exists():
        raise Refused(name=_("There is already a team with this name."))
    return bare
