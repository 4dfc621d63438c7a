"""Text cut into the folded words that are indexed and searched."""

from __future__ import annotations

import re

from kundenwert.foundation.text.fold import fold

_MIN_TYPO_LENGTH = 4
_RUNS = re.compile(r"[^\W_]+")
# Initials written with dots are one word: e.K., e. V., A.G., G.m.b.H., S.p.A.
_INITIALS = re.compile(r"(?<!\w)[^\W\d_](?:\.[^\W\d_])+(?!\.?\w)|(?<![\w.])e\. [kvgu](?=\.?(?:\W|$))")


def _join_initials(match: re.Match[str]) -> str:
    return match[0].replace(".", "").replace(" ", "")


def _may_hold_initials(text: str) -> bool:
    """Whether a dot follows a single letter: e-mail addresses have dots, and the expression is slow on long texts."""
    at = text.find(".", 1)
    while at > 0:
        if text[at - 1].isalpha() and (at == 1 or not text[at - 2].isalnum()):
            return True
        at = text.find(".", at + 1)
    return False


def words(text: str) -> list[str]:
    """The folded words of a text, in order, each once.

    Words are runs of letters and digits: space, hyphen, dot, slash and & part them (`Müller-Lüdenscheidt`,
    `C&A`), an apostrophe does not (`O'Neill` → `oneill`), nor do the dots of initials (`e.K.` → `ek`).
    """
    folded = fold(text)
    bare = folded.replace("'", "")
    if _may_hold_initials(bare):
        bare = _INITIALS.sub(_join_initials, bare)
    if bare != folded:
        folded = fold(bare)
    return list(dict.fromkeys(_RUNS.findall(folded)))


def trigrams(word: str) -> list[str]:
    """All runs of three letters of a word, each once, without padding; a shorter word is its own only one."""
    if len(word) <= 3:
        return [word] if word else []
    return list(dict.fromkeys([word[i : i + 3] for i in range(len(word) - 2)]))


def deletes(word: str) -> list[str]:
    """The word and all its variants with one letter left out, each once: the SymSpell index of typing errors.

    Two words one slip apart share a variant. [] for words under four letters or with a digit: there a slip is
    another word or another number.
    """
    if len(word) < _MIN_TYPO_LENGTH or not word.isalpha():
        return []
    return list(dict.fromkeys([word, *[word[:i] + word[i + 1 :] for i in range(len(word))]]))
