"""Text fields, and texts of a known form: telephone, e-mail, web address."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.db.models import Lookup, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.lookups import Contains, Exact, StartsWith
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.email_address import EmailError, normalise_email
from kundenwert.foundation.tabular.formats import ColumnFormat
from kundenwert.foundation.telephone import PhoneError, format_phone, normalise_phone, phone_href
from kundenwert.foundation.web_address import UrlError, normalise_url

from ..sort_key import SortKey
from .base import EMPTY_OPERATORS, Field, FieldError, Operator


@dataclass(frozen=True, kw_only=True)
class TextField(Field):
    """A short text."""

    operators: ClassVar[Sequence[Operator]] = (
        ("contains", _("contains")),
        ("is", _("is")),
        ("starts", _("begins with")),
        *EMPTY_OPERATORS,
    )
    lookups: ClassVar[dict[str, type[Lookup[Any]]]] = {"contains": Contains, "is": Exact, "starts": StartsWith}

    @property
    def sort_expression(self) -> Combinable:
        return SortKey(self.read_paths[0])

    def condition(self, operator: str, value: str) -> Q:
        lookup = self.lookups.get(operator)
        if lookup:  # in any case, with or without umlauts; the index that sorts serves "is" and "starts" as well
            return Q(lookup(SortKey(self.read_paths[0]), SortKey(Value(value))))
        return super().condition(operator, value)

    def empty_condition(self, path: str) -> Q:
        return Q(**{path: ""}) | Q(**{f"{path}__isnull": True})


@dataclass(frozen=True, kw_only=True)
class LongTextField(TextField):
    """A text of several lines."""

    control: ClassVar[str] = "textarea"
    sortable: bool = False

    def html(self, *values: Any) -> SafeString:
        return format_html('<span class="prewrap">{}</span>', values[0]) if values[0] else SafeString("")


@dataclass(frozen=True, kw_only=True)
class PhoneField(TextField):
    """A telephone number: kept as E.164, shown nationally, typed as people write it."""

    input_type: ClassVar[str] = "tel"
    width: int = 150
    country: str = "DE"

    def text(self, *values: Any) -> str:
        return format_phone(values[0], self.country) if values[0] else ""

    def html(self, *values: Any) -> SafeString:
        if not values[0]:
            return SafeString("")
        return format_html('<a href="{}" class="nowrap">{}</a>', phone_href(values[0]), self.text(*values))

    def parse(self, typed: str) -> str:
        try:
            return normalise_phone(typed, self.country) if typed else ""
        except PhoneError as error:
            raise FieldError(str(error)) from error

    def from_cell(self, cell: Any, form: ColumnFormat) -> Any:
        return super().from_cell(int(cell) if isinstance(cell, float) and cell.is_integer() else cell, form)

    def export(self, *values: Any) -> str:
        return format_phone(values[0], "") if values[0] else ""

    def condition(self, operator: str, value: str) -> Q:
        if operator in self.lookups:
            digits = "".join(filter(str.isdigit, value)).lstrip("0")
            return Q(**{f"{self.read_paths[0]}__contains": digits or value})
        return super().condition(operator, value)


@dataclass(frozen=True, kw_only=True)
class EmailField(TextField):
    """An e-mail address."""

    input_type: ClassVar[str] = "email"
    width: int = 220

    def html(self, *values: Any) -> SafeString:
        return format_html('<a href="mailto:{0}">{0}</a>', values[0]) if values[0] else SafeString("")

    def parse(self, typed: str) -> str:
        try:
            return normalise_email(typed) if typed else ""
        except EmailError as error:
            raise FieldError(str(error)) from error


@dataclass(frozen=True, kw_only=True)
class UrlField(TextField):
    """A web address."""

    input_type: ClassVar[str] = "url"

    def html(self, *values: Any) -> SafeString:
        if not values[0]:
            return SafeString("")
        shown = str(values[0]).removeprefix("https://").removeprefix("http://").rstrip("/")
        return format_html('<a href="{}" rel="noopener noreferrer" target="_blank">{}</a>', values[0], shown)

    def parse(self, typed: str) -> str:
        try:
            return normalise_url(typed) if typed else ""
        except UrlError as error:
            raise FieldError(str(error)) from error
