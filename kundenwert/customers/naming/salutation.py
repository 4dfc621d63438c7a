"""Salutations as people write them, read as `mr`, `ms`, `neutral` or unknown."""

from __future__ import annotations

import re

from kundenwert.foundation.text.fold import plain

_WORDS = {
    "mr": "herr herrn hr hrn mr mister monsieur signor signore sig senor",
    "ms": "frau fr frl fraulein fraeulein ms mrs miss mme madame mlle signora sigra senora",
    "neutral": "divers neutral mx",
}
# Only as the whole of a field: in a name they are initials.
_MARKS = {
    "mr": "m mann mannlich maennlich male masculin",
    "ms": "w f weiblich female feminin",
    "neutral": "d x mwd keine keineangabe ohne nonbinary nichtbinar nichtbinaer",
}
_CODES = {word: code for code, line in _WORDS.items() for word in line.split()}
_MARK_CODES = {word: code for code, line in _MARKS.items() for word in line.split()}
_COURTESY = re.compile(
    r"^(?:an|sehr geehrte[rs]?|geehrte[rs]?|liebe[rs]?|guten tag|hallo|dear)\b[\s,:]*", re.IGNORECASE
)
_BOTH = re.compile(
    r"^(?:herrn?|hr\.?|frau|fr\.?)\s*(?:und|u\.|&|/|\+)\s*(?:herrn?|hr\.?|frau|fr\.?)(?!\w)[\s,]*",
    re.IGNORECASE,
)


def parse_salutation(text: str) -> str:
    """`mr`, `ms`, `neutral` or "" out of `Herr`, `Hr.`, `Mr`, `Frau Dr.`, `w`, `divers` …

    "" means that nothing is known; two people (`Herr und Frau`) are neutral. Never read from a first name.
    """
    code, _rest = split_salutation(text)
    return code or _MARK_CODES.get(_squash(text), "")


def split_salutation(text: str) -> tuple[str, str]:
    """The salutation a text begins with, and the rest: `Herr Dr. Muster` → (`mr`, `Dr. Muster`)."""
    stripped = " ".join(text.split())
    bare = _COURTESY.sub("", stripped)
    if both := _BOTH.match(bare):
        return "neutral", bare[both.end() :]
    first, _, rest = bare.partition(" ")
    code = _CODES.get(_squash(first), "")
    return (code, rest.strip()) if code else ("", stripped)


def _squash(text: str) -> str:
    return re.sub(r"[^a-z]", "", plain(text))
