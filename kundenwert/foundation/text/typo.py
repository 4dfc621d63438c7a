"""Whether two words are the same but for a slip of the keyboard."""

from __future__ import annotations

from rapidfuzz.distance import DamerauLevenshtein


def _slips_allowed(length: int) -> int:
    if length < 4:
        return 0
    return 1 if length < 8 else 2


def close(a: str, b: str) -> bool:
    """Whether two folded words differ by few slips (letter missing, extra, wrong, or two swapped).

    The shorter word decides: none under 4 letters, one from 4 to 7, two from 8. Words with digits must be
    equal.
    """
    if a == b:
        return True
    allowed = _slips_allowed(min(len(a), len(b)))
    if not allowed or not (a.isalpha() and b.isalpha()):
        return False
    return DamerauLevenshtein.distance(a, b, score_cutoff=allowed) <= allowed
