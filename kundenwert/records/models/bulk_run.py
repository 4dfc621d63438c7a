"""Changes to many records at once: the run, and what it did to each."""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BulkRun(models.Model):
    """One change to many records, or their deletion."""

    class Verb(models.TextChoices):
        """What is done to the records."""

        CHANGE = "change", _("Change")
        DELETE = "delete", _("Delete")

    class Status(models.TextChoices):
        """Where a run stands."""

        QUEUED = "queued", pgettext_lazy("run", "waiting")
        RUNNING = "running", pgettext_lazy("run", "running")
        DONE = "done", pgettext_lazy("run", "done")
        FAILED = "failed", pgettext_lazy("run", "failed")
        CANCELLED = "cancelled", pgettext_lazy("run", "cancelled")
        UNDOING = "undoing", pgettext_lazy("run", "being taken back")
        UNDONE = "undone", pgettext_lazy("run", "taken back")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    record_type = models.CharField(max_length=100)
    verb = models.CharField(max_length=10, choices=Verb)
    field = models.CharField(max_length=100, blank=True)
    mode = models.CharField(max_length=10, blank=True)
    """Of a field with several values: `add`, `remove`; empty: the value takes the place of the former."""
    value = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    total = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    """Records that had the value already."""
    skipped = models.PositiveIntegerField(default=0)
    problems = models.JSONField(default=list)
    """Of the first skipped records: [title, reason]."""
    kept = models.PositiveIntegerField(default=0)
    """Records that the undo left alone, because somebody had changed them since."""
    cancel_requested = models.BooleanField(default=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.verb} {self.total} {self.record_type} ({self.status})"

    def value_for(self, now: Any) -> Any:
        """The value a record gets that has `now`, in the form in which the audit keeps values."""
        given: Any = self.value
        if self.mode == "add":
            return [*now, *(each for each in given if each not in now)]
        if self.mode == "remove":
            return [each for each in now if each not in given]
        return given


class BulkChange(models.Model):
    """One record of a run: still waiting, or what became of it, and enough to take it back."""

    class State(models.TextChoices):
        """What became of the record."""

        WAITING = "waiting"
        CHANGED = "changed"
        UNCHANGED = "unchanged"
        SKIPPED = "skipped"
        UNDONE = "undone"
        KEPT = "kept"

    run = models.ForeignKey(BulkRun, on_delete=models.CASCADE, related_name="changes")
    object_id = models.BigIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    """Attribute → former value of what was changed."""
    version = models.PositiveIntegerField(null=True)
    """The record's version after the change: a later one by somebody else is not overwritten by the undo."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "object_id"], name="bulk_change_once")]
        indexes = [
            models.Index(fields=["run", "state", "id"], name="bulk_change_state"),
            models.Index(fields=["object_id"], condition=Q(state="changed"), name="bulk_change_object"),
        ]

    def __str__(self) -> str:
        return f"{self.object_id} {self.state}"
