"""Delete a role."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from ...audit.write import write_audit
from ..models import Role, User
from .errors import Refused
from .save_role import SUBJECT, contents


@transaction.atomic
def delete_role(*, role: Role, actor: User | None) -> None:
    """Delete a role. Raises `Refused` while colleagues have it."""
    Role.objects.select_for_update().get(pk=role.pk)
    if role.users.exists():
        raise Refused(_("Colleagues still have the role “%(name)s”.") % {"name": role.name})
    write_audit(
        actor=actor,
        action=f"{SUBJECT}.deleted",
        subject=SUBJECT,
        object_id=role.pk,
        title=role.name,
        before=contents(role),
    )
    role.delete()
