"""Kölner Phonetik: one code for German words that sound alike (Meier, Mayr: 67)."""

from __future__ import annotations

from functools import lru_cache

import cologne_phonetics  # the package carries no types

from kundenwert.foundation.text.fold import plain


@lru_cache(maxsize=65_536)
def cologne(word: str) -> str:
    """The Kölner Phonetik of one word, a string of digits.

    "" for words with digits or with letters of another script; hyphens and apostrophes inside do not count.
    Source: H. J. Postel, *Die Kölner Phonetik*, IBM-Nachrichten 19, 1969.
    """
    letters = "".join(filter(str.isalnum, plain(word)))
    if not (letters.isascii() and letters.isalpha()):
        return ""
    code: str = cologne_phonetics.encode(letters)[0][1]
    return code
