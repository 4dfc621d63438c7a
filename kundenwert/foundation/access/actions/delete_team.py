"""Delete a team."""

from __future__ import annotations

from django.db import transaction

from ...audit.write import write_audit
from ..models import Team, User
from .save_team import SUBJECT, contents


@transaction.atomic
def delete_team(*, team: Team, actor: User | None) -> None:
    """Delete a team; its members stay, and see less of each other."""
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.deleted",
        subject=SUBJECT,
        object_id=team.pk,
        title=team.name,
        before=contents(team),
    )
    team.delete()
