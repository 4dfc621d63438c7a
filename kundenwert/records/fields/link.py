"""Links to records of other types, and to users."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Q
from django.db.models.expressions import Combinable
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kundenwert.foundation.access.models import User

from ..sort_key import SortKey
from .base import EMPTY_OPERATORS, Field, FieldError, Operator


@dataclass(frozen=True, kw_only=True)
class LinkField(Field):
    """A link to one record of another type."""

    target: str = ""
    """Key of the record type, such as `customers.customer`."""
    title: str = "name"
    """Attribute of the target that is shown."""
    width: int = 200
    control: ClassVar[str] = "link"
    operators: ClassVar[Sequence[Operator]] = (("is", gettext_lazy("is")), *EMPTY_OPERATORS)

    @property
    def read_paths(self) -> tuple[str, ...]:
        return self.paths or (f"{self.name}_id", f"{self.name}__{self.title}")

    def condition(self, operator: str, value: str) -> Q:
        if operator == "is":
            return Q(**{f"{self.name}_id": int(value) if value.isdecimal() else None})
        return super().condition(operator, value)

    def filter_text(self, operator: str, value: str) -> str:
        return self.text_of_kept(int(value)) if value.isdecimal() else value

    @property
    def kept_attribute(self) -> str:
        return f"{self.name}_id"

    @property
    def target_type(self) -> Any:
        """The record type linked to."""
        from ..registry import record_type_for

        return record_type_for(self.target)

    @property
    def sort_expression(self) -> Combinable:
        return SortKey(self.read_paths[1])

    def text(self, *values: Any) -> str:
        return str(values[1] or "") if len(values) > 1 else ""

    def html(self, *values: Any) -> SafeString:
        if not values[0]:
            return SafeString("")
        return format_html('<a href="{}">{}</a>', self.target_type.url_of(values[0]), values[1])

    def export(self, *values: Any) -> str:
        return self.text(*values)

    def form_value(self, *values: Any) -> str:
        return str(values[0] or "")

    def text_of_kept(self, value: Any) -> str:
        if not value:
            return ""
        found = self.target_type.model._base_manager.filter(pk=value).values_list(self.title, flat=True).first()
        return str(found or _("(deleted)"))

    def parse(self, typed: str) -> int | None:
        if not typed:
            return None
        if not typed.isdecimal() or not self.target_type.live().filter(pk=int(typed)).exists():
            raise FieldError(_("Please choose an entry from the list."))
        return int(typed)

    def control_context(self, value: Any) -> Mapping[str, Any]:
        return {"shown": self.text_of_kept(value), "options_url": self.target_type.options_url}


ME, TEAM = "me", "team"
"""Values of a filter that mean somebody else for each reader."""


@dataclass(frozen=True, kw_only=True)
class UserField(Field):
    """A colleague."""

    width: int = 150
    control: ClassVar[str] = "select"
    operators: ClassVar[Sequence[Operator]] = (("is", gettext_lazy("is")), *EMPTY_OPERATORS)

    @property
    def read_paths(self) -> tuple[str, ...]:
        return self.paths or (f"{self.name}_id", f"{self.name}__first_name", f"{self.name}__last_name")

    @property
    def kept_attribute(self) -> str:
        return f"{self.name}_id"

    @property
    def sort_expression(self) -> Combinable:
        return SortKey(f"{self.name}__last_name")

    def text(self, *values: Any) -> str:
        return f"{values[1]} {values[2]}".strip() if len(values) > 2 and values[0] else ""

    def export(self, *values: Any) -> str:
        return self.text(*values)

    def form_value(self, *values: Any) -> str:
        return str(values[0] or "")

    def text_of_kept(self, value: Any) -> str:
        user = User.objects.filter(pk=value).first() if value else None
        return user.name if user else ""

    def parse(self, typed: str) -> int | None:
        if not typed:
            return None
        if typed.isdecimal() and User.objects.filter(pk=int(typed), is_active=True).exists():
            return int(typed)
        by_mail = User.objects.filter(email__iexact=typed).first() or _by_name(typed)
        if by_mail is None:
            raise FieldError(_("There is no colleague “%(typed)s”.") % {"typed": typed})
        return by_mail.pk

    def condition(self, operator: str, value: str) -> Q:
        if operator == "is":
            return Q(**{f"{self.name}_id__in": [int(part) for part in value.split("|") if part.isdecimal()]})
        return super().condition(operator, value)

    def filter_text(self, operator: str, value: str) -> str:
        words = {ME: _("me"), TEAM: _("my team")}
        parts = [part for part in value.split("|") if part in words or part.isdecimal()]
        return ", ".join(words.get(part) or self.text_of_kept(part) for part in parts)

    def filter_options(self) -> Sequence[tuple[str, str]]:
        return [(ME, _("me")), (TEAM, _("my team")), *_colleagues()]

    def personal(self, value: str, user: User) -> str:
        team = User.objects.filter(teams__users=user).values_list("pk", flat=True).distinct()
        meant = {ME: [user.pk], TEAM: [user.pk, *team] if TEAM in value else []}
        return "|".join(str(each) for part in value.split("|") for each in meant.get(part, [part]))

    def control_context(self, value: Any) -> Mapping[str, Any]:
        return {"options": _colleagues(), "empty": "" if self.required else "–"}


def _colleagues() -> list[tuple[str, str]]:
    return [(str(user.pk), user.name) for user in User.objects.filter(is_active=True)]


def _by_name(name: str) -> User | None:
    first, _space, last = name.strip().rpartition(" ")
    found = list(User.objects.filter(first_name__iexact=first, last_name__iexact=last)[:2])
    return found[0] if len(found) == 1 else None
