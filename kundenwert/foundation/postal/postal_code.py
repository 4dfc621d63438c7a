"""Postal codes: mended where the mistake is plain, refused where a letter would not arrive."""

from __future__ import annotations

import re
import unicodedata

from django.utils.functional import lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.postal.country import country_name
from kundenwert.foundation.text.input_error import InputError

# Country → prefixes of older letters (D-80331), number of digits.
_DIGITS: dict[str, tuple[str, int]] = {
    "DE": ("DE|D", 5),
    "AT": ("AT|A", 4),
    "CH": ("CH", 4),
    "LI": ("FL|LI", 4),
}
_SPREADSHEET_NUMBER = re.compile(r"(\d+)\.0+")


class PostalCodeError(InputError):
    """No postal code of its country; `str(error)` says so in the reader's language."""


_WRONG = _("“%(text)s” is not a postal code of %(country)s (%(digits)s digits).")


def clean_postal_code(text: str, country: str) -> str:
    """A postal code as it is written today: `D-80331` → `80331`, a spreadsheet's `1067` → `01067`.

    `country` is an ISO code. Checked in form for DE, AT, CH and LI; other countries' codes are only
    trimmed, and an empty one stays empty. Raises PostalCodeError.
    """
    trimmed = " ".join(unicodedata.normalize("NFKC", text).split())
    if country not in _DIGITS or not trimmed:
        return trimmed
    prefixes, digits = _DIGITS[country]
    code = re.sub(rf"^(?:{prefixes})\s*[-–]?\s*(?=\d)", "", trimmed, flags=re.IGNORECASE).replace(" ", "")
    if number := _SPREADSHEET_NUMBER.fullmatch(code):
        code = number[1]
    if country == "DE" and len(code) == digits - 1:
        code = "0" + code
    if not _is_code(code, digits):
        raise PostalCodeError(_WRONG, text=text, country=_lazy_name(country), digits=digits)
    return code


def _is_code(code: str, digits: int) -> bool:
    """Codes start at 01001 in Germany and 1000 elsewhere."""
    return re.fullmatch(rf"[0-9]{{{digits}}}", code) is not None and int(code) > 999


def _name_for_reader(country: str) -> str:
    return country_name(country, get_language() or "en")


_lazy_name = lazy(_name_for_reader, str)
