"""Numbers and money."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, ClassVar

from django.db.models import Q
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from kundenwert.foundation.locale_format import format_decimal, format_money, parse_number
from kundenwert.foundation.tabular.errors import CellError
from kundenwert.foundation.tabular.formats import ColumnFormat, parse_decimal, parse_integer

from .base import EMPTY_OPERATORS, Field, FieldError, Operator, cell_error


@dataclass(frozen=True, kw_only=True)
class DecimalField(Field):
    """A decimal number with a fixed number of places."""

    places: int = 2
    digits: int = 14
    width: int = 110
    numeric: ClassVar[bool] = True
    control: ClassVar[str] = "number"
    operators: ClassVar[Sequence[Operator]] = (
        ("gte", gettext_lazy("at least")),
        ("lte", gettext_lazy("at most")),
        ("is", gettext_lazy("is")),
        *EMPTY_OPERATORS,
    )

    def text(self, *values: Any) -> str:
        return "" if values[0] is None else format_decimal(values[0], self.places)

    def form_value(self, *values: Any) -> str:
        return DecimalField.text(self, *values)

    def parse(self, typed: str) -> Any:
        if not typed:
            return None
        try:
            return parse_number(typed)
        except (InvalidOperation, ValueError) as error:
            raise FieldError(_("“%(typed)s” is not a number.") % {"typed": typed}) from error

    def from_cell(self, cell: Any, form: ColumnFormat) -> Any:
        if cell is None or cell == "":
            return self.check(None)
        try:
            return self.check(parse_decimal(cell, form))
        except CellError as error:
            raise cell_error(error) from error

    def check(self, value: Any) -> Any:
        value = super().check(value)
        if isinstance(value, Decimal) and value.adjusted() >= self.digits - self.places:
            raise FieldError(_("The number is too large."))
        return value

    def from_json(self, value: Any) -> Any:
        return None if value is None else Decimal(str(value))

    def cursor_value(self, kept: Any) -> Any:
        return self.from_json(kept)

    def condition(self, operator: str, value: str) -> Q:
        if operator in {"gte", "lte", "is"}:
            lookup = "exact" if operator == "is" else operator
            return Q(**{f"{self.read_paths[0]}__{lookup}": self.parse(value)})
        return super().condition(operator, value)


@dataclass(frozen=True, kw_only=True)
class IntegerField(DecimalField):
    """A whole number."""

    places: int = 0

    def parse(self, typed: str) -> Any:
        number = super().parse(typed)
        if number is not None and number != number.to_integral_value():
            raise FieldError(_("“%(typed)s” is not a whole number.") % {"typed": typed})
        return None if number is None else int(number)

    def from_cell(self, cell: Any, form: ColumnFormat) -> Any:
        if cell is None or cell == "":
            return self.check(None)
        try:
            return self.check(parse_integer(cell, form))
        except CellError as error:
            raise cell_error(error) from error

    def from_json(self, value: Any) -> Any:
        return value


@dataclass(frozen=True, kw_only=True)
class MoneyField(DecimalField):
    """An amount of money; `currency_path` reads its currency, otherwise the organisation's own."""

    currency_path: str = ""
    width: int = 120

    @property
    def read_paths(self) -> tuple[str, ...]:
        base = super().read_paths
        return (*base, self.currency_path) if self.currency_path else base

    def text(self, *values: Any) -> str:
        if values[0] is None:
            return ""
        currency = values[1] if len(values) > 1 and values[1] else "EUR"
        return format_money(values[0], currency, self.places, get_language() or "de")
