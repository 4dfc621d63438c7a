"""All countries, for lists to choose from."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from ..text.fold import sort_key
from .country_aliases import NOT_COUNTRIES

FIRST = ("DE", "AT", "CH", "LI")


@lru_cache(maxsize=4)
def country_names(language: str) -> tuple[tuple[str, str], ...]:
    """(ISO code, name) of all countries in German order, the German-speaking ones first."""
    names = {str(code): str(name) for code, name in Locale.parse(language[:2]).territories.items()}
    codes = [code for code in names if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES]
    rest = sorted((code for code in codes if code not in FIRST), key=lambda code: sort_key(names[code]))
    return tuple((code, names[code]) for code in (*FIRST, *rest))
