"""Saved views of a list."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class SavedView(models.Model):
    """Columns, sort, filters and search words of a list under a name; private, or shared with everybody."""

    record_type = models.CharField(max_length=100)
    name = models.CharField(max_length=80)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    is_shared = models.BooleanField(default=False)
    query = models.JSONField(default=dict)
    """{"columns": [...], "sort": "-name", "filters": ["stage:is:customer"], "q": "..."}"""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["record_type", "owner"], name="saved_view_owner")]

    def __str__(self) -> str:
        return self.name
