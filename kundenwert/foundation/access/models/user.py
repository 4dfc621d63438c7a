"""Users: the colleagues who sign in."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from .role import Role
from .team import Team


class Theme(models.TextChoices):
    """Colours of the interface."""

    SYSTEM = "system", _("As the system")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class Language(models.TextChoices):
    """Languages of the interface; empty follows the browser."""

    BROWSER = "", _("As the browser")
    GERMAN = "de", "Deutsch"
    ENGLISH = "en", "English"


class UserManager(BaseUserManager["User"]):
    """Finds users by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """A colleague. Never deleted, because the audit names them: deactivated instead."""

    email = models.EmailField(_("E-mail address"), unique=True)
    first_name = models.CharField(_("First name"), max_length=80)
    last_name = models.CharField(_("Last name"), max_length=80)
    position = models.CharField(_("Position"), max_length=120, blank=True)
    phone = models.CharField(_("Telephone"), max_length=40, blank=True)
    is_active = models.BooleanField(_("Active"), default=True)
    language = models.CharField(_("Language"), max_length=2, choices=Language, default="", blank=True)
    theme = models.CharField(_("Colours"), max_length=10, choices=Theme, default=Theme.SYSTEM)
    roles = models.ManyToManyField(Role, related_name="users", verbose_name=_("Roles"))
    teams = models.ManyToManyField(Team, related_name="users", verbose_name=_("Teams"), blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        ordering = ["last_name", "first_name"]
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_unique")]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """First and last name, the e-mail address where both are empty."""
        return f"{self.first_name} {self.last_name}".strip() or self.email

    @property
    def initials(self) -> str:
        """Two letters for the avatar."""
        return (self.first_name[:1] + self.last_name[:1]).upper() or self.email[:2].upper()
