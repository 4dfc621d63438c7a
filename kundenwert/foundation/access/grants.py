"""What a user may do: the sum of their roles, looked up once a request."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import JSONField, QuerySet
from django.db.models.expressions import RawSQL

from .models import User
from .models.role import Scope, Verb

ROWS = """(
    SELECT jsonb_agg(jsonb_build_array(role.is_administrator, permission.subject, permission.verb, permission.scope))
    FROM access_user_roles AS held JOIN access_role AS role ON role.id = held.role_id
    LEFT JOIN access_rolepermission AS permission ON permission.role_id = role.id
    WHERE held.user_id = access_user.id
)"""
WIDTH = {Scope.OWN.value: 1, Scope.TEAM.value: 2, Scope.ALL.value: 3}


@dataclass(frozen=True)
class Grants:
    """A user's permissions: (subject, verb) → widest scope of all their roles."""

    user_id: int
    is_administrator: bool
    scopes: dict[tuple[str, str], str]

    def scope(self, subject: str, verb: Verb | str) -> Scope | None:
        """The scope in which a verb on a subject is allowed, None where it is not."""
        if self.is_administrator:
            return Scope.ALL
        found = self.scopes.get((subject, str(verb)))
        return Scope(found) if found else None


def grants(user: User) -> Grants:
    """The permissions of a user, kept on the user object: one look-up for each request."""
    kept: Grants | None = getattr(user, "_grants", None)
    if kept is None:
        kept = _look_up(user)
        user._grants = kept  # type: ignore[attr-defined]  # noqa: SLF001  cache on the request's own user object
    return kept


def with_grants(users: QuerySet[User]) -> QuerySet[User]:
    """Read the permissions along with the users."""
    return users.annotate(granted_rows=RawSQL(ROWS, [], output_field=JSONField()))  # noqa: S611  a constant


def _look_up(user: User) -> Grants:
    scopes: dict[tuple[str, str], str] = {}
    administrator = False
    read: User = user if hasattr(user, "granted_rows") else with_grants(User.objects.all()).get(pk=user.pk)
    rows: list[tuple[bool, str, str, str]] = read.granted_rows or []  # type: ignore[attr-defined]
    for is_administrator, subject, verb, scope in rows if user.is_active else ():
        administrator = administrator or is_administrator
        if scope and WIDTH[scope] > WIDTH.get(scopes.get((subject, verb), ""), 0):
            scopes[subject, verb] = scope
    return Grants(user_id=user.pk, is_administrator=administrator, scopes=scopes)
