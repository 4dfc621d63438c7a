"""Sessions that know whose they are, so that a user can see and end them."""

from __future__ import annotations

from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from .user import User


class UserSession(AbstractBaseSession):
    """A signed-in browser."""

    user = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="sessions")
    ip_address = models.GenericIPAddressField(null=True)
    user_agent = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    seen_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "session"

    def save(self, *, force_update: bool = False, **options: Any) -> None:
        """The session store saves a fresh object over the row: since when and when last seen stay what they were."""
        if force_update:
            options["update_fields"] = ["session_data", "expire_date", "user", "ip_address", "user_agent"]
        super().save(force_update=force_update, **options)

    @classmethod
    def get_session_store_class(cls) -> type[SessionBase]:
        from ..session_store import SessionStore

        return SessionStore
