"""What the access module publishes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PasswordResetRequested:
    """Somebody says a colleague has forgotten the password. `origin` is where the link leads, `https://crm.firma.example`."""

    user_id: int
    origin: str


@dataclass(frozen=True)
class UserInvited:
    """A colleague has an account without a password and shall set one."""

    user_id: int
    origin: str
