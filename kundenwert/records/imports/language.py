"""The language in which a background job writes to somebody."""

from __future__ import annotations

from contextlib import AbstractContextManager

from django.conf import settings
from django.utils import translation

from kundenwert.foundation.access.models import User


def speaking_to(user: User | None) -> AbstractContextManager[None]:
    """The user's chosen language, else that of the installation."""
    return translation.override((user.language if user else "") or settings.LANGUAGE_CODE)
