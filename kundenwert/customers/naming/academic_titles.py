"""Academic titles: which words are one, where they stand in a name, and which one a letter greets by."""

from __future__ import annotations

import re

from kundenwert.foundation.text.fold import plain

# Degrees of the Bologna system and the like stand after the name (DIN 5008: "Sabine Muster B. A."). Their
# case tells them from surnames: MA is a degree, Ma a name.
_AFTER = frozenset(
    {
        "BA", "BSc", "BEng", "BEd", "LLB", "MA", "MSc", "MEng", "MEd", "MBA", "EMBA", "MAS", "MPA", "MPH",
        "LLM", "PhD", "DBA", "CPA", "Bakk", "BBA",
    }
)  # fmt: skip
_HEADS = frozenset(
    {
        "professor", "professorin", "doktor", "doctor", "dr", "ddr", "dres", "dring", "drhc", "privdoz",
        "maga", "mmag", "bmstr",
    }
)  # fmt: skip
_SHORT_HEADS = frozenset({"pd", "di", "ddi", "mag", "ing"})
# What may follow a head: faculties, honorary marks, kinds of college.
_FOLLOWERS = frozenset(
    {
        "rer", "phil", "med", "jur", "iur", "oec", "theol", "nat", "pol", "techn", "agr", "dent", "vet",
        "habil", "sc", "mult", "publ", "soc", "mont", "univ", "hc", "h", "c", "eh", "e", "fh", "tu",
        "ing",
    }
)  # fmt: skip
_AUSTRIAN = frozenset({"mag", "maga", "mmag", "di", "ddi", "ing", "bmstr"})
_SPACED_DEGREE = re.compile(r"\b(?:([BM])\. (A|Sc|Eng|Ed)|(LL)\. ([BM])|(Ph)\. (D))\.(?=$|[ ,])")


def is_degree(word: str) -> bool:
    """Whether a word is a degree that stands after the name (`MBA`, `M.A.`, `B.Sc.`)."""
    return re.sub(r"[^A-Za-z]", "", word) in _AFTER


def take_titles(text: str) -> tuple[str, str]:
    """The titles a text begins with, and the rest: `Dr. med. Eva Muster` → (`Dr. med.`, `Eva Muster`)."""
    pieces = text.split()
    count = 0
    while count < len(pieces) and (_is_head(pieces[count]) or (count and _is_follower(pieces[count]))):
        count += 1
    return " ".join(pieces[:count]), " ".join(pieces[count:])


def take_degrees(text: str) -> tuple[str, str]:
    """A name without the degrees at its end, and these: `Eva Muster M. A.` → (`Eva Muster`, `M.A.`)."""
    joined = _join_degrees(text)
    pieces = (joined if is_degree(joined.rpartition(" ")[2]) else text).split()
    end = len(pieces)
    while end and is_degree(pieces[end - 1]):
        end -= 1
    return " ".join(pieces[:end]), " ".join(pieces[end:])


def split_title(title: str) -> tuple[str, str]:
    """What of a title stands before the name and what after it: `Dr., MBA` → (`Dr.`, `MBA`)."""
    pieces = _join_degrees(title).replace(",", " ").split()
    before = [piece for piece in pieces if not is_degree(piece)]
    return " ".join(before), " ".join(piece for piece in pieces if is_degree(piece))


def highest_title(title: str, country: str) -> str:
    """The title a letter greets by: `prof`, `Dr.`, in Austria also `Mag.`, `DI` … as written, or "".

    Only the highest is named and faculties are left out (Duden); degrees under the doctorate are named in
    Austria only.
    """
    keys = {_squash(piece): piece for piece in title.split()}
    if any("prof" in key for key in keys):
        return "prof"
    if any(key in ("doktor", "doctor") or re.match("d+r(?:es|ing|hc)?$", key) for key in keys):
        return "Dr."
    if country != "AT":
        return ""
    return next((piece for key, piece in keys.items() if key in _AUSTRIAN or key.startswith("dipl")), "")


def _join_degrees(text: str) -> str:
    """`M. A.` as `M.A.`, so that a degree is one word."""
    return _SPACED_DEGREE.sub(lambda match: match[0].replace(" ", ""), text)


def _is_head(piece: str) -> bool:
    key = _squash(piece)
    if key in _SHORT_HEADS:  # Di, Mag and Ing are also names
        return "." in piece or piece.isupper()
    return key in _HEADS or key.endswith("prof") or (key.startswith("dipl") and "." in piece)


def _is_follower(piece: str) -> bool:
    return _squash(piece) in _FOLLOWERS and ("." in piece or "(" in piece)


def _squash(piece: str) -> str:
    return re.sub(r"[^a-z]", "", plain(piece))
