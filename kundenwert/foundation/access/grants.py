"""What a user may do: the sum of their roles, looked up once a request."""

from __future__ import annotations

from dataclasses import dataclass

from .models import RolePermission, User
from .models.role import Scope, Verb

WIDTH = {Scope.OWN.value: 1, Scope.TEAM.value: 2, Scope.ALL.value: 3}


@dataclass(frozen=True)
class Grants:
    """A user's permissions: (subject, verb) → widest scope of all their roles."""

    user_id: int
    is_administrator: bool
    scopes: dict[tuple[str, str], str]
    team_ids: tuple[int, ...]

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


def _look_up(user: User) -> Grants:
    scopes: dict[tuple[str, str], str] = {}
    rows = RolePermission.objects.filter(role__users=user).values_list("subject", "verb", "scope")
    for subject, verb, scope in rows:
        if WIDTH[scope] > WIDTH.get(scopes.get((subject, verb), ""), 0):
            scopes[subject, verb] = scope
    return Grants(
        user_id=user.pk,
        is_administrator=user.is_active and user.roles.filter(is_administrator=True).exists(),
        scopes=scopes,
        team_ids=tuple(user.teams.values_list("pk", flat=True)),
    )
