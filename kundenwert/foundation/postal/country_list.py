"""All countries, for lists to choose from."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale

from ..text.fold import sort_key

FIRST = ("DE", "AT", "CH", "LI")


@lru_cache(maxsize=4)
def country_names(language: str) -> tuple[tuple[str, str], ...]:
    """(ISO code, name) of all countries in German order, the German-speaking ones first."""
    territories = Locale.parse(language[:2]).territories
    codes = [
        code
        for code in territories
        if len(code) == 2 and code.isalpha() and code not in {"EU", "ZZ", "UN", "EZ", "XA", "XB", "QO"}
    ]
    rest = sorted((code for code in codes if code not in FIRST), key=lambda code: sort_key(territories[code]))
    return tuple((code, territories[code]) for code in (*FIRST, *rest))
