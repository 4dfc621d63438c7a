"""Numbers and names as the report writes them."""

from __future__ import annotations

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from kundenwert.foundation.locale_format import format_date, format_decimal, format_money

CELLS: dict[str, Promise] = {
    "Champions": pgettext_lazy("RFM cell", "Champions"),
    "Loyal": pgettext_lazy("RFM cell", "Loyal"),
    "Potential loyalist": pgettext_lazy("RFM cell", "Potential loyalist"),
    "New": pgettext_lazy("RFM cell", "New"),
    "Promising": pgettext_lazy("RFM cell", "Promising"),
    "Needs attention": pgettext_lazy("RFM cell", "Needs attention"),
    "About to sleep": pgettext_lazy("RFM cell", "About to sleep"),
    "At risk": pgettext_lazy("RFM cell", "At risk"),
    "Cannot lose them": pgettext_lazy("RFM cell", "Cannot lose them"),
    "Hibernating": pgettext_lazy("RFM cell", "Hibernating"),
    "Lost": pgettext_lazy("RFM cell", "Lost"),
}
MODELS = {"bg_nbd": "BG/NBD", "pareto_nbd": "Pareto/NBD", "mbg_nbd": "MBG/NBD", "gamma_gamma": "Gamma-Gamma"}
UNITS: dict[str, Promise] = {"day": _("days"), "week": _("weeks"), "month": _("months")}


def count(value: float) -> str:
    """1234 → `1.234`."""
    return format_decimal(round(value), 0)


def number(value: float, places: int = 2) -> str:
    """With decimal places; `–` for what is not there."""
    return format_decimal(value, places) if value == value else "–"  # noqa: PLR0124  NaN


def percent(share: float, places: int = 0) -> str:
    """0.123 → `12 %`."""
    return f"{format_decimal(share * 100, places)}\u00a0%"


def money(value: float | None, currency: str, places: int = 0) -> str:
    """An amount, without a currency where the file names none."""
    if value is None:
        return "–"
    return format_money(value, currency, places) if currency else format_decimal(value, places)


def day(value: date | None) -> str:
    """`22.11.2026`."""
    return format_date(value) if value else "–"
