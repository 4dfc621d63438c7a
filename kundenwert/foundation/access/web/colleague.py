"""Who asks."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from ..models import User


def colleague(request: HttpRequest) -> User:
    """The signed-in colleague of a request, behind `@signed_in` and the like. Raises PermissionDenied elsewhere."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    return user
