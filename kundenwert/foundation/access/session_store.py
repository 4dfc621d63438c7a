"""Django session engine that notes user and device with each session."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore

from .models import UserSession

DEVICE_KEY = "_device"


class SessionStore(DatabaseStore):
    """Session store on `UserSession`."""

    @classmethod
    def get_model_class(cls) -> type[UserSession]:
        return UserSession

    def create_model_instance(self, data: dict[str, Any]) -> UserSession:
        made: UserSession = super().create_model_instance(data)  # type: ignore[assignment]
        user_id = data.get(SESSION_KEY)
        device = data.get(DEVICE_KEY, {})
        made.user_id = int(user_id) if user_id else None
        made.ip_address = device.get("ip")
        made.user_agent = device.get("agent", "")[:300]
        return made
