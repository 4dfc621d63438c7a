"""Answers: which colleagues are there."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from ..models import User

AT_MOST = 500
"""What one page shows; the search finds the rest."""


def list_users(words: str = "") -> QuerySet[User]:
    """Colleagues by name, the active ones first; each word stands in the name, the address or the position."""
    found = User.objects.prefetch_related("roles", "teams").order_by("-is_active", "last_name", "first_name", "pk")
    for word in words.replace("\0", "").split():
        found = found.filter(
            Q(first_name__icontains=word)
            | Q(last_name__icontains=word)
            | Q(email__icontains=word)
            | Q(position__icontains=word)
        )
    return found[:AT_MOST]
