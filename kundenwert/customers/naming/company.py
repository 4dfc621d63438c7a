"""Company names: their legal form, and what is left of them to recognise a company by."""

from __future__ import annotations

import re
from functools import lru_cache

from kundenwert.customers.naming.legal_forms import spellings
from kundenwert.foundation.text.fold import plain
from kundenwert.foundation.text.words import words

_LONGEST_FORM = 9  # words
_PIECES = re.compile(r"[^\s,;–-]+")
_AND = re.compile(r"(?<=\s)(?:und|and|et)(?=\s)|(?<=\s)u\.?(?=\s|co)|\+")
_NO_LETTERS = re.compile(r"[^\w&/]+")
_EDGES = " \t\n,;(–-"
_JOINING = frozenset({"und", "and", "u", "et"})
_LEADING = frozenset({"firma", "fa"})
_TRAILING = frozenset({"co", "cie", "comp"})
_SAME = {"gebruder": "gebr", "brothers": "bros"}


def split_legal_form(name: str) -> tuple[str, str]:
    """A company name without its legal form, and the form as it is usually written; "" if it has none.

    `Müller GmbH & Co KG` → (`Müller`, `GmbH & Co. KG`). Only a form at the end counts, and never a whole
    name.
    """
    form, start = _form_at_end(name)
    core = name[:start].rstrip(_EDGES)
    return (core, form) if form and core.strip() else (" ".join(name.split()), "")


def company_key(name: str) -> str:
    """What two spellings of a company share: folded words in order, without *Firma*, legal form, *und*.

    `Fa. Gebrüder Müller & Söhne GmbH` → `gebr muller sohne`. Equal keys hint at a duplicate, no more.
    """
    core, _form = split_legal_form(name)
    key = [_SAME.get(word, word) for word in words(core) if word not in _JOINING]
    if len(key) > 1 and key[0] in _LEADING:
        key = key[1:]
    if len(key) > 1 and key[-1] in _TRAILING:
        key = key[:-1]
    return " ".join(key) or " ".join(words(name))


def _form_at_end(name: str) -> tuple[str, int]:
    """The longest legal form the name ends in and where it starts; ("", len) if there is none."""
    forms = _forms()
    starts = [piece.start() for piece in _PIECES.finditer(name)][-_LONGEST_FORM:]
    for start in starts:
        tail = name[start:]
        if form := forms.get(tail) or forms.get(_squash(tail)):
            return form, start
    return "", len(name)


@lru_cache(maxsize=1)
def _forms() -> dict[str, str]:
    """Spelling → form, as written (SAS is French, S.a.s. Italian) and squashed, where the first form wins."""
    forms: dict[str, str] = {}
    for form, others in spellings().items():
        for text in (form, *others):
            forms.setdefault(_squash(text), form)
    return forms | {form: form for form in spellings()}


def _squash(text: str) -> str:
    """A spelling without what varies: `GmbH und Co.KG` and `GMBH & CO. KG` → `gmbh&cokg`."""
    return _NO_LETTERS.sub("", _AND.sub("&", plain(text)))
