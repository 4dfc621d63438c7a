"""Create or change a role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from ...audit.write import write_audit
from ..models import Role, RolePermission, User
from ..models.role import Scope, Verb
from ..subjects import subjects
from .administrators import lock_administrators, require_administrator
from .errors import Refused
from .people import differences, one_line

SUBJECT = "access.role"
Permissions = Mapping[tuple[str, str], str]
"""(subject, verb) → scope; what is missing is not granted."""


@transaction.atomic
def save_role(
    *, role: Role | None, name: str, is_administrator: bool, permissions: Permissions, actor: User | None
) -> Role:
    """Save a role; None makes a new one. Permissions on subjects that are not registered now stay as they are.

    Raises `Refused` for a name that is empty or taken, for subjects, verbs and scopes that do not exist, and where no
    administrator would be left.
    """
    lock_administrators()
    _check(permissions)
    before = contents(role) if role else {}
    kept = role or Role()
    kept.name, kept.is_administrator = _checked_name(name, kept), is_administrator
    kept.save()
    _replace(kept, permissions)
    if before.get("is_administrator"):
        require_administrator()
    old, new = differences(before, contents(kept))
    if new:
        write_audit(
            actor=actor,
            action=f"{SUBJECT}.{'changed' if role else 'created'}",
            subject=SUBJECT,
            object_id=kept.pk,
            title=kept.name,
            before=old if role else None,
            after=new,
        )
    return kept


def contents(role: Role) -> dict[str, Any]:
    """What the audit log keeps of a role."""
    rows = role.permissions.order_by("subject", "verb").values_list("subject", "verb", "scope")
    return {
        "name": role.name,
        "is_administrator": role.is_administrator,
        **{f"{subject}.{verb}": scope for subject, verb, scope in rows},
    }


def _check(permissions: Permissions) -> None:
    for (subject, verb), scope in permissions.items():
        if subject not in subjects() or verb not in Verb.values or scope not in Scope.values:
            raise Refused(_("There is no permission “%(name)s”.") % {"name": f"{subject} {verb} {scope}"})


def _checked_name(name: str, role: Role) -> str:
    bare = one_line(name)[:80]
    if not bare:
        raise Refused(name=_("Please enter a name."))
    if Role.objects.filter(name__iexact=bare).exclude(pk=role.pk).exists():
        raise Refused(name=_("There is already a role with this name."))
    return bare


def _replace(role: Role, permissions: Permissions) -> None:
    role.permissions.filter(subject__in=subjects()).delete()
    RolePermission.objects.bulk_create(
        RolePermission(role=role, subject=subject, verb=verb, scope=scope)
        for (subject, verb), scope in permissions.items()
    )
