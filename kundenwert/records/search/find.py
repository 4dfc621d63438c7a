"""Finding records by parts of words, with or without umlauts, and with typing errors.

Two steps. Each word that was typed is looked up in the vocabulary: as it stands, as a beginning, as a part, by sound,
with one letter wrong. Then the records are looked up that hold one of the found words for each typed word; both steps
are index look-ups, however many records there are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import connection

from kundenwert.foundation.text.phonetic import cologne
from kundenwert.foundation.text.typo import close
from kundenwert.foundation.text.words import deletes, trigrams, words

WORD_LIMIT = 120
"""Vocabulary words that stand for one typed word, shortest first; more would say that the typed word says nothing."""
MAX_TYPED_WORDS = 8
FEW_TYPES = 3
"""So few record types are sorted out of what the index found; with more, most hits are of one of them anyway."""


@dataclass(frozen=True)
class Candidates:
    """Vocabulary words for one typed word."""

    word: str
    is_known: bool
    """Whether the vocabulary holds it as it was typed."""
    begins: list[str]
    contains: list[str]

    @property
    def exact(self) -> list[str]:
        """The word as it was typed."""
        return [self.word]

    @cached_property
    def similar(self) -> list[str]:
        """What sounds or looks alike; looked up where somebody asks, for most searches find without."""
        return _similar(self.word)

    @property
    def nearest(self) -> list[str]:
        """Of the similar ones those that are written otherwise only: the usual slip with names, Müler or Schmitt."""
        plain = _spelled_plainly(self.word)
        return [other for other in self.similar if _spelled_plainly(other) == plain]

    def words(self, *, similar: bool) -> list[str]:
        """All of them; those that merely sound or look alike only if wanted."""
        return [*self.exact, *self.begins, *self.contains, *(self.similar if similar else ())]


def candidates(typed: str) -> list[Candidates]:
    """For each word of what was typed, the vocabulary words it may mean."""
    return [_candidates(word) for word in words(typed)[:MAX_TYPED_WORDS]]


def _candidates(word: str) -> Candidates:
    begins = _column(
        "SELECT word FROM records_searchword WHERE word LIKE %s ORDER BY length(word), word LIMIT %s",
        [_like(word) + "%", WORD_LIMIT],
    )
    return Candidates(
        word=word,
        is_known=word in begins,
        begins=[found for found in begins if found != word],
        contains=_containing(word) if len(begins) < WORD_LIMIT else [],
    )


def _containing(word: str) -> list[str]:
    if len(word) < 3:
        return []
    return _column(
        "SELECT word FROM records_searchword WHERE trigrams @> %s AND word LIKE %s AND NOT word LIKE %s "
        "ORDER BY length(word), word LIMIT %s",
        [trigrams(word), f"%{_like(word)}%", f"{_like(word)}%", WORD_LIMIT],
    )


def _similar(word: str) -> list[str]:
    variants = deletes(word)
    if not variants:
        return []
    found = _column(
        "SELECT word FROM records_searchword WHERE deletes && %s "
        "UNION SELECT word FROM records_searchword WHERE phonetic = %s AND phonetic <> '' LIMIT %s",
        [variants, cologne(word), 4 * WORD_LIMIT],
    )
    alike = [other for other in found if other != word and (close(word, other) or _sounds_alike(word, other))]
    return alike[:WORD_LIMIT]


def _spelled_plainly(word: str) -> str:
    """Without what nobody hears in a name: double letters, the c of Becker, the d of Schmidt."""
    for written, plain in (("ck", "k"), ("dt", "t"), ("tz", "z"), ("th", "t"), ("ph", "f"), ("y", "i")):
        word = word.replace(written, plain)
    return re.sub(r"(.)\1+", r"\1", word)


def _sounds_alike(word: str, other: str) -> bool:
    """Words of one sound, which the query found, that begin alike: Maier for Meyer, not Mohr for Meier's code."""
    return word[:1] == other[:1] and abs(len(word) - len(other)) <= 2


def ranked_ids(record_type: str, typed: str, *, limit: int) -> list[int]:
    """Ids of the records of one type that match what was typed, best first."""
    return find(typed, [record_type], limit=limit).get(record_type, [])


def find(typed: str, record_types: Sequence[str], *, limit: int, enough: int = 1) -> dict[str, list[int]]:
    """Record type → up to `limit` ids, best first: whole words, beginnings, parts.

    Where these are fewer than `enough` in all, also what sounds or looks alike: a typing error.
    """
    found = candidates(typed)
    if not found:
        return {}
    hits = _hits(found, record_types, limit, similar=False)
    if sum(map(len, hits.values())) < enough and any(entry.similar for entry in found):
        for key, ids in _hits(found, record_types, limit, similar=True).items():
            known = hits.setdefault(key, [])
            known += [record_id for record_id in ids if record_id not in set(known)][: limit - len(known)]
    return hits


BEST = """
WITH hit AS MATERIALIZED ({hits})
SELECT wanted, object_id FROM unnest(%s::text[]) AS wanted, LATERAL (
    SELECT object_id, min(score) AS score FROM hit WHERE record_type = wanted
    GROUP BY object_id ORDER BY score, object_id DESC LIMIT %s
) AS best
"""
"""The best few of each type are picked from what the index of the words found; sorting all of it would take longer."""
HITS = "SELECT record_type, object_id, {score} AS score FROM records_searchentry WHERE {condition}"


def _hits(
    found: Sequence[Candidates], record_types: Sequence[str], limit: int, *, similar: bool
) -> dict[str, list[int]]:
    types = list(record_types)
    few = [types] if len(types) <= FEW_TYPES else []
    if len(found) == 1:
        sql, parameters = _of_one_word(found[0], few, similar=similar)
    else:
        sql, parameters = _of_words(found, few, similar=similar)
    hits: dict[str, list[int]] = {}
    for record_type, object_id in _fetch(BEST.format(hits=sql), [*parameters, types, limit]) if sql else ():
        hits.setdefault(record_type, []).append(object_id)
    return hits


def _tiers(entry: Candidates, *, similar: bool) -> dict[int, list[str]]:
    """Place of a hit → words that bring it there: 0 whole, 1 beginning, 2 part or spelling, 3 alike."""
    near = entry.nearest if similar else []
    far = [word for word in entry.similar if word not in near] if similar else []
    tiers = [entry.exact if entry.is_known else [], entry.begins, [*entry.contains, *near], far]
    return {place: words for place, words in enumerate(tiers) if words}


def _of_one_word(entry: Candidates, few: list[list[str]], *, similar: bool) -> tuple[str, list[Any]]:
    """One look-up for each place: the index alone tells which it is."""
    condition = " AND ".join(["words && %s", *("record_type = ANY(%s)" for _ in few)])
    tiers = _tiers(entry, similar=similar)
    sql = " UNION ALL ".join(HITS.format(score=place, condition=condition) for place in tiers)
    return sql, [given for words in tiers.values() for given in (words, *few)]


def _of_words(found: Sequence[Candidates], few: list[list[str]], *, similar: bool) -> tuple[str, list[Any]]:
    """Records that hold something for each word; each word of a hit tells its place."""
    condition = " AND ".join([*("words && %s" for _ in found), *("record_type = ANY(%s)" for _ in few)])
    scores = [_score(_tiers(entry, similar=similar)) for entry in found]
    sql = HITS.format(score=" + ".join(text for text, _ in scores), condition=condition)
    words = [entry.words(similar=similar) for entry in found]
    return sql, [*(given for _, some in scores for given in some), *words, *few]


def _score(tiers: Mapping[int, list[str]]) -> tuple[str, list[list[str]]]:
    """SQL and parameters of a hit's place for one typed word: the first tier that it belongs to."""
    if not tiers:
        return "0", []
    *first, last = tiers
    cases = " ".join(f"WHEN words && %s THEN {place}" for place in first)
    return (f"CASE {cases} ELSE {last} END" if first else "0"), [tiers[place] for place in first]


def _like(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


def _column(sql: str, parameters: Sequence[Any]) -> list[str]:
    return [row[0] for row in _fetch(sql, parameters)]


def _fetch(sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return list(cursor.fetchall())
