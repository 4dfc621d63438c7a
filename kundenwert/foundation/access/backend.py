"""Sign-in by e-mail address and password."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest

from kundenwert.foundation.database.fixed_query import FixedQuery

from .grants import with_grants
from .models import User

_ACTIVE: FixedQuery[User] = FixedQuery(lambda user_id: with_grants(User.objects.filter(pk=user_id, is_active=True)))


class PasswordBackend(BaseBackend):
    """E-mail address in any case; unknown, inactive and wrong take the same time."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None, **_: Any
    ) -> User | None:
        if not username or password is None:
            return None
        user = User.objects.filter(email__iexact=username.strip()).first()
        if user is None:
            User().set_password(password)  # the same work as a check, so that the time tells nothing
            return None
        return user if user.check_password(password) and user.is_active else None

    def get_user(self, user_id: int) -> User | None:
        return _ACTIVE.first(user_id)
