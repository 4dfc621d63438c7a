"""Dates and times."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, ClassVar

from django.db.models import Q
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kundenwert.foundation.locale_format import format_date, format_datetime
from kundenwert.foundation.tabular.errors import CellError
from kundenwert.foundation.tabular.formats import GERMAN, ColumnFormat, parse_date, parse_datetime

from .base import EMPTY_OPERATORS, Field, FieldError, Operator, cell_error
from .periods import PERIODS

OPERATORS: tuple[Operator, ...] = (
    ("from", gettext_lazy("from")),
    ("to", gettext_lazy("until")),
    ("last", gettext_lazy("in the last … days")),
    ("before", gettext_lazy("longer ago than … days")),
    ("next", gettext_lazy("in the next … days")),
    *((key, label) for key, (label, _span) in PERIODS.items()),
    *EMPTY_OPERATORS,
)
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def _typed_format(typed: str) -> ColumnFormat:
    return ColumnFormat(decimal_mark=",", date_order="ymd") if ISO.match(typed) else GERMAN


@dataclass(frozen=True, kw_only=True)
class DateField(Field):
    """A day."""

    width: int = 110
    control: ClassVar[str] = "date"
    operators: ClassVar[Sequence[Operator]] = OPERATORS

    def text(self, *values: Any) -> str:
        return format_date(values[0]) if values[0] else ""

    def html(self, *values: Any) -> SafeString:
        return format_html('<span class="nowrap">{}</span>', self.text(*values)) if values[0] else SafeString("")

    def parse(self, typed: str) -> Any:
        if not typed:
            return None
        return self.from_cell(typed, _typed_format(typed))

    def from_cell(self, cell: Any, form: ColumnFormat) -> Any:
        if cell is None or cell == "":
            return self.check(None)
        try:
            return self.check(parse_date(cell, form))
        except CellError as error:
            raise cell_error(error) from error

    def form_value(self, *values: Any) -> str:
        return values[0].isoformat() if values[0] else ""

    def from_json(self, value: Any) -> Any:
        return date.fromisoformat(value) if isinstance(value, str) and value else value or None

    def cursor_value(self, kept: Any) -> Any:
        return self.from_json(kept)

    def condition(self, operator: str, value: str) -> Q:
        path = self.read_paths[0]
        if operator in {"from", "to"}:
            return self.day_condition(path, operator, parse_typed_day(value))
        if operator in {"last", "before"}:
            day = timezone.localdate() - timedelta(days=_days(value))
            return self.day_condition(path, "from" if operator == "last" else "to", day)
        if operator == "next" or operator in PERIODS:
            today = timezone.localdate()
            next_days = (today, today + timedelta(days=_days(value))) if operator == "next" else None
            first, last = next_days or PERIODS[operator][1](today)
            return self.day_condition(path, "from", first) & self.day_condition(path, "to", last)
        return super().condition(operator, value)

    def day_condition(self, path: str, bound: str, day: date) -> Q:
        """From a day on, or up to and including a day."""
        return Q(**{f"{path}__{'gte' if bound == 'from' else 'lte'}": day})

    def filter_text(self, operator: str, value: str) -> str:
        if operator in {"from", "to"}:
            try:
                return format_date(parse_typed_day(value))
            except FieldError:
                return value
        return "" if operator in PERIODS else value


@dataclass(frozen=True, kw_only=True)
class DateTimeField(DateField):
    """A moment, kept in UTC, shown in the organisation's time zone."""

    width: int = 165
    control: ClassVar[str] = "datetime"

    def text(self, *values: Any) -> str:
        return format_datetime(values[0]) if values[0] else ""

    def from_cell(self, cell: Any, form: ColumnFormat) -> Any:
        if cell is None or cell == "":
            return self.check(None)
        try:
            return self.check(parse_datetime(cell, form, timezone.get_current_timezone()))
        except CellError as error:
            raise cell_error(error) from error

    def form_value(self, *values: Any) -> str:
        return timezone.localtime(values[0]).strftime("%Y-%m-%dT%H:%M") if values[0] else ""

    def export(self, *values: Any) -> Any:
        return timezone.localtime(values[0]).replace(tzinfo=None) if values[0] else None

    def from_json(self, value: Any) -> Any:
        return datetime.fromisoformat(value) if isinstance(value, str) and value else value or None

    def day_condition(self, path: str, bound: str, day: date) -> Q:
        zone = timezone.get_current_timezone()
        if bound == "from":
            return Q(**{f"{path}__gte": datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)})
        following = day + timedelta(days=1)
        start = datetime(following.year, following.month, following.day, tzinfo=zone)
        return Q(**{f"{path}__lt": start.astimezone(UTC)})


def parse_typed_day(typed: str) -> date:
    """A day as typed in a filter: German or ISO notation. Raises `FieldError`."""
    try:
        return parse_date(typed.strip(), _typed_format(typed.strip()))
    except CellError as error:
        raise cell_error(error) from error


def _days(value: str) -> int:
    if not value.strip().isdecimal() or int(value) > 36500:
        raise FieldError(_("“%(typed)s” is not a number of days.") % {"typed": value})
    return int(value)
