"""Numbers, money and dates as the reader's language writes them (Babel's CLDR data)."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from babel import Locale, dates, numbers
from django.utils import timezone
from django.utils.translation import get_language


@lru_cache(maxsize=8)
def locale_for(language: str) -> Locale:
    """The CLDR locale of an interface language; German as written in Germany."""
    return Locale("en", "GB") if language.startswith("en") else Locale("de", "DE")


def _locale() -> Locale:
    return locale_for(get_language() or "de")


@lru_cache(maxsize=32)
def _marks(language: str) -> tuple[str, str]:
    locale = locale_for(language)
    return numbers.get_group_symbol(locale), numbers.get_decimal_symbol(locale)


def format_decimal(value: Decimal | float, places: int = 2) -> str:
    """1234.5 → `1.234,50` in German, with `places` places; zeros beyond the second are left out."""
    group, mark = _marks(get_language() or "de")
    number = Decimal(value)
    text = f"{number:,.{places}f}"
    whole, _, fraction = text.partition(".")
    if len(fraction) > 2:  # prices such as 0,0350 keep what matters
        fraction = fraction.rstrip("0").ljust(2, "0")
    whole = whole.replace(",", group)
    return f"{whole}{mark}{fraction}" if fraction else whole


SYMBOLS = {"EUR": "€", "GBP": "£", "USD": "$", "CHF": "CHF"}


def format_money(value: Decimal | float, currency: str = "EUR", places: int = 2, language: str = "") -> str:
    """1234.5 EUR → `1.234,50 €` in German, `€1,234.50` in English."""
    amount = format_decimal(value, places)
    symbol = SYMBOLS.get(currency, currency)
    if (language or get_language() or "de").startswith("en"):
        sign = "-" if amount.startswith("-") else ""
        space = "\u00a0" if symbol.isalpha() else ""
        return f"{sign}{symbol}{space}{amount.removeprefix('-')}"
    return f"{amount}\u00a0{symbol}"


def parse_number(typed: str) -> Decimal:
    """A number as typed in the reader's notation; spaces and a currency sign may stand around it. Raises ValueError."""
    bare = typed.strip().strip("€$£%").replace("EUR", "").replace("CHF", "").strip()
    return numbers.parse_decimal(bare, locale=_locale(), strict=True)


def format_date(value: date) -> str:
    """2026-11-22 → `22.11.2026`."""
    if (get_language() or "de").startswith("en"):
        return f"{value.day} {value:%b} {value.year}"
    return f"{value.day:02}.{value.month:02}.{value.year:04}"


def format_datetime(value: datetime) -> str:
    """Local date and time: `22.11.2026, 14:30`."""
    local = timezone.localtime(value)
    return f"{format_date(local.date())}, {local.hour:02}:{local.minute:02}"


def format_day(value: date) -> str:
    """A day as a heading: `Sonntag, 22. November 2026`."""
    return dates.format_date(value, format="full", locale=_locale())
