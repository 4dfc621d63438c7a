"""Two plain forms of a text: one to search by, one to sort by."""

from __future__ import annotations

import re
import unicodedata

SORT_KEY_LENGTH = 200

# Letters that Unicode does not take apart into a base letter and a mark.
_LETTERS = str.maketrans(
    {
        "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŋ": "n",
        "ŧ": "t", "ɨ": "i", "ʉ": "u", "ƀ": "b", "ɓ": "b", "ɗ": "d", "ɖ": "d", "ɣ": "g", "ŀ": "l", "ə": "e",
        # dashes and quotes of word processors, so that they meet the ones on the keyboard
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'",
    }
)  # fmt: skip
_MARKS = re.compile(
    # combining marks of European scripts; Indic and kana marks carry meaning and stay
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    # invisible characters that copied texts bring along: soft hyphen, zero-width ones, byte order mark
    "\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
)
_UMLAUTS = {"ae": "a", "oe": "o", "ue": "u"}
_WORD_BREAKS = re.compile(r"[\s/_-]+")
_PUNCTUATION = re.compile(r"[^\w ]+")


def plain(text: str) -> str:
    """Lower-case, without accents: `Müller` → `muller`, `Łódź` → `lodz`, `Æ` → `ae`, `ß` → `ss`.

    Equal for composed and decomposed Unicode, and idempotent. Other scripts stay, case-folded.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    latin = text.casefold().translate(_LATIN)
    return latin.replace("`", "'") if latin.isascii() else _any_script(text)


def _any_script(text: str) -> str:
    while True:
        # Case folding may give characters that come apart once more (U+0130), hence until nothing moves.
        bare = _MARKS.sub("", unicodedata.normalize("NFKD", text.replace("´", "'")).casefold())
        bare = unicodedata.normalize("NFC", bare.translate(_LETTERS))
        if bare == text:
            return bare
        text = bare


# The letters of Western and Central Europe (Latin-1, Latin Extended-A) in one step: three times as fast.
_LATIN = {code: _any_script(chr(code)) for code in range(0x80, 0x180)}


def fold(text: str) -> str:
    """The form to search by: `Müller`, `Mueller`, `muller` all give `muller`.

    `plain`, and then ae, oe, ue (also from æ, œ) give their base letter everywhere; names such as *Bauer* and
    *Baur* meet by this, which a search can bear. Idempotent.
    """
    bare = plain(text)
    for written, letter in _UMLAUTS.items():
        while written in bare:  # more than once for "aee"; a third of the time of a regular expression
            bare = bare.replace(written, letter)
    return bare


def sort_key(text: str) -> str:
    """The form to sort by in plain byte order (C collation): DIN 5007-1, ä as a, ß as ss, digits first.

    Case, accents and punctuation do not count; space, hyphen and slash part words, and a shorter first word
    comes first (*Maier*, *Maier-Huber*, *Maierhof*). At most 200 characters. Equal keys (*Muller*, *Müller*)
    are for the caller to tell apart.
    """
    spaced = _WORD_BREAKS.sub(" ", plain(text[: SORT_KEY_LENGTH * 2]))
    return " ".join(_PUNCTUATION.sub("", spaced).split())[:SORT_KEY_LENGTH].rstrip()
