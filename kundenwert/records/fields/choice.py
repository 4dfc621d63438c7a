"""Choices, yes/no, tags, countries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from django.db.models import Q
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kundenwert.foundation.postal.country import CountryError, country_code, country_name
from kundenwert.foundation.postal.country_list import country_names
from kundenwert.foundation.tabular.errors import CellError
from kundenwert.foundation.tabular.formats import ColumnFormat, parse_boolean, parse_list
from kundenwert.foundation.text.fold import fold

from .base import EMPTY_OPERATORS, Field, FieldError, Operator, cell_error
from .text import TextField

BADGE = '<span class="badge tone-{}">{}</span>'


@dataclass(frozen=True, kw_only=True)
class ChoiceField(Field):
    """One of a few values."""

    choices: Sequence[tuple[str, Any]] = ()
    tones: Mapping[str, str] = field(default_factory=dict)
    """Value → tone of its badge; no badge where empty."""
    synonyms: Mapping[str, str] = field(default_factory=dict)
    """Folded words an imported file may use → value."""
    width: int = 130
    control: ClassVar[str] = "select"
    operators: ClassVar[Sequence[Operator]] = (("is", gettext_lazy("is")), ("not", gettext_lazy("is not")))

    def text(self, *values: Any) -> str:
        return str(dict(self.choices).get(values[0], values[0] or ""))

    def html(self, *values: Any) -> SafeString:
        if self.tones and values[0]:
            return format_html(BADGE, self.tones.get(values[0], "neutral"), self.text(*values))
        return super().html(*values)

    def form_value(self, *values: Any) -> str:
        return str(values[0] or "")

    def parse(self, typed: str) -> Any:
        if not typed or typed in dict(self.choices):
            return typed
        folded = fold(typed)
        for value, label in self.choices:
            if folded in {fold(str(label)), fold(value)}:
                return value
        if folded in self.synonyms:
            return self.synonyms[folded]
        allowed = ", ".join(str(label) for _value, label in self.choices)
        raise FieldError(_("“%(typed)s” is none of: %(allowed)s.") % {"typed": typed, "allowed": allowed})

    def condition(self, operator: str, value: str) -> Q:
        wanted = Q(**{f"{self.read_paths[0]}__in": value.split("|")})
        if operator in {"is", "not"}:
            return wanted if operator == "is" else ~wanted
        return super().condition(operator, value)

    def filter_text(self, operator: str, value: str) -> str:
        return ", ".join(self.text(part) or _("(empty)") for part in value.split("|"))

    def filter_options(self) -> Sequence[tuple[str, str]]:
        return [(value, str(label)) for value, label in self.choices]

    def control_context(self, value: Any) -> Mapping[str, Any]:
        return {"options": self.filter_options(), "empty": "" if self.required else "–"}


@dataclass(frozen=True, kw_only=True)
class BooleanField(Field):
    """Yes or no."""

    width: int = 80
    control: ClassVar[str] = "checkbox"
    operators: ClassVar[Sequence[Operator]] = (("is", gettext_lazy("is")),)

    def text(self, *values: Any) -> str:
        return _("Yes") if values[0] else _("No")

    def form_value(self, *values: Any) -> str:
        return "1" if values[0] else ""

    def parse(self, typed: str) -> Any:
        try:
            return parse_boolean(typed) if typed else False
        except CellError as error:
            raise cell_error(error) from error

    def from_cell(self, cell: Any, form: ColumnFormat) -> Any:
        return self.parse("" if cell is None else str(cell))

    def text_of_kept(self, value: Any) -> str:
        return self.text(value)

    def condition(self, operator: str, value: str) -> Q:
        if operator == "is":
            return Q(**{self.read_paths[0]: value == "1"})
        return super().condition(operator, value)

    def filter_text(self, operator: str, value: str) -> str:
        return self.text(value == "1")

    def filter_options(self) -> Sequence[tuple[str, str]]:
        return [("1", _("Yes")), ("0", _("No"))]


@dataclass(frozen=True, kw_only=True)
class TagsField(Field):
    """Several free words."""

    sortable: bool = False
    control: ClassVar[str] = "tags"
    operators: ClassVar[Sequence[Operator]] = (("has", gettext_lazy("contains")), *EMPTY_OPERATORS)

    def text(self, *values: Any) -> str:
        return ", ".join(values[0] or [])

    def html(self, *values: Any) -> SafeString:
        return format_html_join(" ", '<span class="badge tone-neutral">{}</span>', ((tag,) for tag in values[0] or []))

    def export(self, *values: Any) -> list[str]:
        return list(values[0] or [])

    def parse(self, typed: str) -> list[str]:
        return self.clean_many(typed.replace(";", ",").split(","))

    def from_cell(self, cell: Any, form: ColumnFormat) -> list[str]:
        return self.clean_many(parse_list(cell))

    def clean_many(self, typed: Sequence[str]) -> list[str]:
        tags = list(dict.fromkeys(tag.strip() for tag in typed if tag.strip()))
        if any(len(tag) > 60 for tag in tags):
            raise FieldError(_("A tag has at most 60 characters."))
        return tags

    def clean(self, typed: str) -> list[str]:
        return self.parse(typed)

    def condition(self, operator: str, value: str) -> Q:
        if operator == "has":
            return Q(**{f"{self.read_paths[0]}__contains": [value]})
        return super().condition(operator, value)

    def empty_condition(self, path: str) -> Q:
        return Q(**{path: []})


@dataclass(frozen=True, kw_only=True)
class CountryField(TextField):
    """A country: kept as ISO 3166 code, shown by its name."""

    width: int = 120
    control: ClassVar[str] = "select"
    operators: ClassVar[Sequence[Operator]] = (("is", gettext_lazy("is")), ("not", gettext_lazy("is not")))

    def text(self, *values: Any) -> str:
        return country_name(values[0], get_language() or "de") if values[0] else ""

    def form_value(self, *values: Any) -> str:
        return str(values[0] or "")

    def export(self, *values: Any) -> str:
        return str(values[0] or "")

    def parse(self, typed: str) -> str:
        try:
            return country_code(typed) if typed else ""
        except CountryError as error:
            raise FieldError(str(error)) from error

    def condition(self, operator: str, value: str) -> Q:
        wanted = Q(**{f"{self.read_paths[0]}__in": value.split("|")})
        return wanted if operator == "is" else ~wanted

    def filter_text(self, operator: str, value: str) -> str:
        return ", ".join(self.text(code) for code in value.split("|"))

    def filter_options(self) -> Sequence[tuple[str, str]]:
        return country_names(get_language() or "de")

    def control_context(self, value: Any) -> Mapping[str, Any]:
        return {"options": self.filter_options(), "empty": "–"}
