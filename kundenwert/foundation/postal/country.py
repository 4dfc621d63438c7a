"""Countries: ISO 3166 codes out of the names and signs that people and files use, and names out of codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.postal.country_aliases import ALIASES, NOT_COUNTRIES, SHORT_NAMES
from kundenwert.foundation.text.fold import fold, plain
from kundenwert.foundation.text.input_error import InputError

_NAME_LANGUAGES = ("de", "en", "fr", "it")
_NOT_LETTERS = re.compile(r"[\W_]+")


class CountryError(InputError):
    """The text names no country; `str(error)` says so in the reader's language."""


@lru_cache(maxsize=4_096)
def country_code(text: str) -> str:
    """The ISO 3166-1 alpha-2 code of `Deutschland`, `Germany`, `D`, `DEU`, `DE`, `Allemagne`, `Germania` …

    Names are known in German, English, French and Italian, and for the neighbours in their own language.
    Raises CountryError, also for what is several countries (*European Community*).
    """
    key = _key(text)
    codes = _codes_by_name()
    code = codes.get(key) or codes.get(_loose(key))
    if not code:
        raise CountryError(_("“%(text)s” is not a country we know."), text=text)
    return code


@lru_cache(maxsize=4_096)
def country_name(code: str, language: str) -> str:
    """The name of a country: `AT`, `de` → `Österreich`.

    English for an unknown language; an unknown code is given back.
    """
    names = _names(language.replace("-", "_"))
    return names.get(code, code)


@lru_cache(maxsize=64)
def _names(language: str) -> dict[str, str]:
    try:
        locale = Locale.parse(language)
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    names = {code: name for code, name in locale.territories.items() if len(code) == 2 and code not in NOT_COUNTRIES}
    return names | SHORT_NAMES.get(locale.language, {})


@lru_cache(maxsize=1)
def _codes_by_name() -> dict[str, str]:
    """Every known name and sign, as `_key` gives it, with its code; what stands later wins."""
    countries = _names("en").keys()
    codes = {_key(name): code for language in _NAME_LANGUAGES for code, name in _names(language).items()}
    codes |= _three_letter_codes()
    codes |= {_key(alias): code for code, aliases in ALIASES.items() for alias in aliases}
    codes |= {_key(code): code for code in countries}
    return {_loose(key): code for key, code in codes.items()} | codes


def _three_letter_codes() -> dict[str, str]:
    replaced: Mapping[str, list[str]] = get_global("territory_aliases")
    return {
        _key(old): new[0]
        for old, new in replaced.items()
        if len(old) == 3 and old.isalpha() and len(new) == 1 and new[0] in _names("en")
    }


def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", plain(text))


def _loose(key: str) -> str:
    """`oesterreich` and `österreich` alike; not for signs, where UAE would become UA."""
    return fold(key) if len(key) > 3 else key
