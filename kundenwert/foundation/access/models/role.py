"""Roles: named sets of permissions."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verb(models.TextChoices):
    """What one may do with records of a type."""

    SEE = "see", _("see")
    CREATE = "create", _("create")
    CHANGE = "change", _("change")
    DELETE = "delete", _("delete")
    EXPORT = "export", _("export")


class Scope(models.TextChoices):
    """With which records of a type: those one owns, those of one's teams, all."""

    OWN = "own", _("own")
    TEAM = "team", _("team")
    ALL = "all", _("all")


class Role(models.Model):
    """A named set of permissions. An administrator role may do everything, today and after an upgrade."""

    name = models.CharField(max_length=80, unique=True)
    is_administrator = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RolePermission(models.Model):
    """One verb on one subject (a record type such as `customers.customer`) within a scope."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="permissions")
    subject = models.CharField(max_length=100)
    verb = models.CharField(max_length=10, choices=Verb)
    scope = models.CharField(max_length=10, choices=Scope)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["role", "subject", "verb"], name="role_permission_unique")]

    def __str__(self) -> str:
        return f"{self.role_id}: {self.verb} {self.subject} ({self.scope})"
