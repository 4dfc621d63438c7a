"""A header in the form in which headers are compared."""

from __future__ import annotations

import re

from kundenwert.foundation.text.fold import fold

NOT_WORD = re.compile(r"[^0-9a-zäöüß]+")


def plain_header(text: str) -> str:
    """`E-Mail-Adresse ` → `e mail adresse`, folded like words in a search."""
    return " ".join(NOT_WORD.sub(" ", fold(text)).split())
