"""Why a job failed: procrastinate keeps only that it did."""

from __future__ import annotations

from django.db import models


class JobFailure(models.Model):
    """The last failure of a job that has not succeeded since."""

    job_id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(auto_now=True)
    error = models.CharField(max_length=500)
    """One line for the reader: kind and text of the exception."""
    traceback = models.TextField()

    def __str__(self) -> str:
        return f"{self.job_id}: {self.error}"
