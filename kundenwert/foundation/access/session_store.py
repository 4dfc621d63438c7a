"""Django session engine that notes user and device with each session."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.utils import timezone

from kundenwert.foundation.database.fixed_query import FixedQuery

from .models import UserSession

DEVICE_KEY = "_device"
_LIVE: FixedQuery[UserSession] = FixedQuery(
    lambda key, now: UserSession.objects.filter(session_key=key, expire_date__gt=now)
)


class SessionStore(DatabaseStore):
    """Session store on `UserSession`."""

    @classmethod
    def get_model_class(cls) -> type[UserSession]:
        return UserSession

    def _get_session_from_db(self) -> UserSession | None:
        """Each page asks this: as a fixed query. A key that is not there any more is forgotten, as Django does."""
        found = _LIVE.first(self.session_key, timezone.now()) if self.session_key else None
        if found is None:
            self._session_key = None
        return found

    def create_model_instance(self, data: dict[str, Any]) -> UserSession:
        made: UserSession = super().create_model_instance(data)  # type: ignore[assignment]
        user_id = data.get(SESSION_KEY)
        device = data.get(DEVICE_KEY, {})
        made.user_id = int(user_id) if user_id else None
        made.ip_address = device.get("ip")
        made.user_agent = device.get("agent", "")[:300]
        return made
