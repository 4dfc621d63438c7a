"""The request of a colleague who is signed in."""

from __future__ import annotations

from django.http import HttpRequest

from .models import User


class SignedInRequest(HttpRequest):
    """For type checking only: what a view sees behind `@signed_in`, `@for_records` or `@administrators`."""

    user: User
