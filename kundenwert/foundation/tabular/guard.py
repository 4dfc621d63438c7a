"""Formula injection: a cell that a spreadsheet would run as a formula gets an apostrophe before it.

Source: OWASP, "CSV Injection".  `unguard` takes off exactly what `guard` put on, for every text there is,
so a file that is exported, imported and exported again does not change.
"""

from __future__ import annotations

import re

_DANGEROUS = re.compile(r"'*(?:[\t\r\n]|[\s\u200b\u2060\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20])")
# digits and these signs cannot call a function: amounts (-5,00) and telephone numbers (+49 (0)89 1234-5)
_HARMLESS = re.compile(r"'* *[+\-][0-9 ()/.,\-]*")


def guard(text: str) -> str:
    """Return the text as it may stand in a CSV or XLSX cell."""
    return f"'{text}" if _is_dangerous(text) else text


def unguard(text: str) -> str:
    """Return the text that `guard` was given."""
    return text[1:] if text.startswith("'") and _is_dangerous(text) else text


def _is_dangerous(text: str) -> bool:
    """The same answer with and without apostrophes before the text: that makes `unguard` exact."""
    if not text or text[0].isalnum():
        return False
    return _DANGEROUS.match(text) is not None and _HARMLESS.fullmatch(text) is None
