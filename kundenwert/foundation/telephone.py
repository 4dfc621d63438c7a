"""Telephone numbers: taken in any usual spelling, kept as E.164, shown as the own country writes them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import phonenumbers
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from phonenumbers import PhoneNumber, PhoneNumberFormat

from kundenwert.foundation.text.input_error import InputError

_GERMAN = re.compile(r"(?:(?:\+|00)49 ?(?:\(0\) ?)?|\(?0)([1-9][0-9 ()/.-]{5,20})")
_FOREIGN_DIGITS = (8, 15)  # country code included; ITU-T E.164 allows 15 at most
_SEPARATORS = str.maketrans("", "", " ()/.-")

_LABEL = re.compile(r"^[^\d+()]+(?=[\d+(])")
_DASHES = re.compile("[‐‑‒–—−]")
_INTERNATIONAL = re.compile(r"^\(?\s*(?:\+|00)\)?\s*")
_INNER_ZERO = re.compile(r"(?<=\d)\s*[(\[]\s*0\s*[)\]]\s*")
# Extensions that are dialled straight through: appended, in place of a "-0" that stands for the switchboard.
_DIRECT_DIAL = re.compile(
    r"(?:[-/ ]+0)?[\s,;/-]*\b(?:DW|Durchwahl|Kl|Klappe|App|Apparat|NSt|Nebenstelle)\b[.:\s-]*", re.IGNORECASE
)
_EXTENSION = re.compile(r"[\s,;/-]*(?:\b(?:ext|extension)\b\.?|\bx|;ext=|#)[:\s]*(\d{1,7})$", re.IGNORECASE)


class PhoneError(InputError):
    """The text is no telephone number; `str(error)` says so in the reader's language."""


_NO_NUMBER = _("“%(text)s” is not a telephone number.")
_NO_AREA_CODE = _("“%(text)s” has no area code. Please enter the number with its area code.")
_WRONG_LENGTH = _("“%(text)s” is too long or too short for a telephone number.")


def normalise_phone(text: str, country: str = "DE") -> str:
    """The E.164 form of a typed number: `089/1234567` → `+49891234567`.

    `country` (ISO alpha-2) is where a number without country code is dialled. A direct-dial extension
    (`-12`, `DW 12`) is part of the number; one to ask for (`ext. 12`) is kept as in RFC 3966:
    `+12125550100;ext=12`. Numbers that the numbering plan does not list are kept if their length is possible.
    Raises PhoneError.
    """
    if country == "DE" and (fast := _clean_german(text)):
        return fast
    return _normalise(text, country)


def _clean_german(text: str) -> str:
    """The plain German spellings, without a look into the numbering plan: this is the path of an import."""
    match = _GERMAN.fullmatch(text.strip())
    if not match:
        return ""
    national = match[1].translate(_SEPARATORS)
    return "+49" + national if 6 <= len(national) <= 12 else ""


@lru_cache(maxsize=16_384)
def _normalise(text: str, country: str) -> str:
    cleaned, extension = _clean(text)
    if not cleaned:
        raise PhoneError(_NO_NUMBER, text=text)
    number = _parse(text, cleaned, country)
    if not _is_plausible(number, country):
        raise PhoneError(_WRONG_LENGTH, text=text)
    if _lacks_area_code(number, cleaned, country):
        raise PhoneError(_NO_AREA_CODE, text=text)
    e164 = phonenumbers.format_number(number, PhoneNumberFormat.E164)
    return f"{e164};ext={extension}" if extension else e164


def _clean(text: str) -> tuple[str, str]:
    """Digits and separators for phonenumbers, and an extension; ("", "") if there are other letters."""
    number = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).strip().removeprefix("tel:")
    number = _LABEL.sub("", number)
    extension = ""
    if match := _EXTENSION.search(number):
        number, extension = number[: match.start()], match[1]
    number = _DIRECT_DIAL.sub("", number)
    if re.search(r"[^\d\s()\[\]/.+-]", number):
        return "", ""
    if international := _INTERNATIONAL.match(number):
        number = "+" + number[international.end() :]
        # Italy alone dials the zero of the area code from abroad.
        number = number if number.startswith("+39") else _INNER_ZERO.sub(" ", number)
    return number, extension


def _parse(text: str, cleaned: str, country: str) -> PhoneNumber:
    try:
        return phonenumbers.parse(cleaned, country)
    except phonenumbers.NumberParseException as error:
        too_long_or_short: set[int] = {
            phonenumbers.NumberParseException.TOO_LONG,
            phonenumbers.NumberParseException.TOO_SHORT_NSN,
            phonenumbers.NumberParseException.TOO_SHORT_AFTER_IDD,
        }
        message: Promise = _WRONG_LENGTH if error.error_type in too_long_or_short else _NO_NUMBER
        raise PhoneError(message, text=text) from error


def _is_plausible(number: PhoneNumber, country: str) -> bool:
    """A possible length; of a number abroad also one that fits E.164, for plans change and files are old."""
    if phonenumbers.is_possible_number_with_reason(number) == phonenumbers.ValidationResult.IS_POSSIBLE:
        return True
    abroad = phonenumbers.country_code_for_region(country) != number.country_code
    return abroad and _FOREIGN_DIGITS[0] <= len(f"{number.country_code}{number.national_number}") <= _FOREIGN_DIGITS[1]


def _lacks_area_code(number: PhoneNumber, cleaned: str, country: str) -> bool:
    """Whether a number without 0, in a country that dials it, is a local one.

    If it is valid, a spreadsheet has eaten the 0.
    """
    if cleaned.lstrip("( ").startswith(("+", "0")):
        return False
    return _dials_zero(country) and not phonenumbers.is_valid_number(number)


def _dials_zero(country: str) -> bool:
    metadata = phonenumbers.PhoneMetadata.metadata_for_region(country)
    return metadata is not None and metadata.national_prefix == "0"


@lru_cache(maxsize=16_384)
def format_phone(e164: str, country: str = "DE") -> str:
    """A stored number to read: `089 1234567` in its own country, `+49 89 1234567` elsewhere.

    What is no E.164 number is given back as it is.
    """
    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    if phonenumbers.country_code_for_region(country) == number.country_code:
        national = phonenumbers.format_number(number, PhoneNumberFormat.NATIONAL)
        # Numbers outside the plan come without the 0 and would read like local ones.
        if not _dials_zero(country) or national.lstrip("(").startswith("0"):
            return national
    return phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL)


def phone_href(e164: str) -> str:
    """The address a dialling link points to (RFC 3966): `tel:+49891234567`; "" for no number."""
    return f"tel:{e164}" if e164 else ""
