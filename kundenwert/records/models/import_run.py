"""Imports: the run, what it changed, and the mappings people chose."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportRun(models.Model):
    """One file being imported, or imported."""

    class Status(models.TextChoices):
        """Where an import stands."""

        UPLOADED = "uploaded", _("being prepared")
        QUEUED = "queued", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")
        UNDONE = "undone", _("undone")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    record_type = models.CharField(max_length=100)
    file_name = models.CharField(max_length=255)
    file = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    shape = models.JSONField(default=dict)
    """Encoding, delimiter, sheet, header row, columns as found or corrected."""
    options = models.JSONField(default=dict)
    """Mapping, key, number and date formats, what to do with bad rows and unknown records."""
    status = models.CharField(max_length=10, choices=Status, default=Status.UPLOADED)
    rows = models.BigIntegerField(default=0)
    created = models.BigIntegerField(default=0)
    updated = models.BigIntegerField(default=0)
    unchanged = models.BigIntegerField(default=0)
    rejected = models.BigIntegerField(default=0)
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    """Further counts (orders, lines, possible duplicates) and the first problems."""
    rejects = models.ForeignKey("files.StoredFile", null=True, on_delete=models.PROTECT, related_name="+")
    """The rejected rows as a CSV to mend and import again."""
    message = models.TextField(blank=True)
    """Why it failed, in the user's words."""
    progress = models.FloatField(default=0)
    """Share of the file that is done, 0 to 1."""
    cancel_requested = models.BooleanField(default=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.status})"


class ImportChange(models.Model):
    """What an import did to one record: enough to take it back."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="changes")
    record_type = models.CharField(max_length=100)
    object_id = models.BigIntegerField()
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    """Former values of the changed fields; None: the import created the record."""
    version = models.PositiveIntegerField(default=1)
    """The record's version after the import: a later change by somebody else is not overwritten by the undo."""

    class Meta:
        indexes = [models.Index(fields=["record_type", "object_id"], name="import_change_object")]

    def __str__(self) -> str:
        return f"{self.record_type} {self.object_id}"


class ImportMapping(models.Model):
    """Which column went to which field, remembered for files with the same columns."""

    record_type = models.CharField(max_length=100)
    columns_hash = models.CharField(max_length=64)
    options = models.JSONField(default=dict)
    used_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record_type", "columns_hash"], name="import_mapping_columns")]

    def __str__(self) -> str:
        return self.record_type
