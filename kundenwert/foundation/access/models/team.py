"""Teams: groups of colleagues who may see each other's records."""

from __future__ import annotations

from django.db import models


class Team(models.Model):
    """A group of users, such as "Innendienst"."""

    name = models.CharField(max_length=80, unique=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
