"""Files and what they hang on."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.db import models

from ..tenancy import current_organisation


class StoredFile(models.Model):
    """A file kept in the organisation's file folder under the hash of its content."""

    name = models.CharField(max_length=255)
    content_type = models.CharField(max_length=100)
    size = models.BigIntegerField()
    """Bytes."""
    sha256 = models.CharField(max_length=64)
    subject = models.CharField(max_length=100, blank=True)
    """Record type it is attached to, such as `touchpoints.touchpoint`."""
    object_id = models.BigIntegerField(null=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["subject", "object_id"], name="stored_file_object")]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> Path:
        """Where the content lies."""
        return current_organisation().files / self.sha256[:2] / self.sha256
