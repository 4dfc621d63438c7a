"""Finding records by parts of words, with or without umlauts, and with typing errors.

Two steps. Each word that was typed is looked up in the vocabulary: as it stands, as a beginning, as a part, by sound,
with one letter wrong. Then the records are looked up that hold one of the found words for each typed word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection

from kundenwert.foundation.text.phonetic import cologne
from kundenwert.foundation.text.typo import close
from kundenwert.foundation.text.words import deletes, trigrams, words

WORD_LIMIT = 400
"""Vocabulary words that stand for one typed word; more would say that the typed word says nothing."""


@dataclass(frozen=True)
class Candidates:
    """Vocabulary words for one typed word, best kind first."""

    exact: tuple[str, ...]
    begins: tuple[str, ...]
    contains: tuple[str, ...]
    similar: tuple[str, ...]

    def all(self, *, similar: bool) -> list[str]:
        """All words; those that merely sound or look alike only if wanted."""
        return list(dict.fromkeys([*self.exact, *self.begins, *self.contains, *(self.similar if similar else ())]))

    def quality(self, word: str) -> int:
        """How well a word fits: 0 exactly, 1 as a beginning, 2 as a part, 3 similar."""
        for rank, found in enumerate((self.exact, self.begins, self.contains)):
            if word in found:
                return rank
        return 3


def candidates(typed: str) -> list[Candidates]:
    """For each word of what was typed, the vocabulary words it may mean."""
    return [_candidates(word) for word in words(typed)[:8]]


def _candidates(word: str) -> Candidates:
    begins = _rows("SELECT word FROM records_searchword WHERE word LIKE %s ORDER BY length(word) LIMIT %s", [
        _like(word) + "%", WORD_LIMIT,
    ])  # fmt: skip
    return Candidates(
        exact=tuple(found for found in begins if found == word) or (word,),
        begins=tuple(found for found in begins if found != word),
        contains=_containing(word, len(begins)),
        similar=_similar(word),
    )


def _containing(word: str, found: int) -> tuple[str, ...]:
    if len(word) < 3 or found >= WORD_LIMIT:
        return ()
    return _rows(
        "SELECT word FROM records_searchword WHERE trigrams @> %s AND word LIKE %s AND NOT word LIKE %s LIMIT %s",
        [trigrams(word), f"%{_like(word)}%", f"{_like(word)}%", WORD_LIMIT],
    )


def _similar(word: str) -> tuple[str, ...]:
    if len(word) < 4 or any(map(str.isdigit, word)):
        return ()
    sound = cologne(word)
    found = _rows(
        "SELECT word FROM records_searchword WHERE deletes && %s "
        "UNION SELECT word FROM records_searchword WHERE phonetic = %s AND phonetic <> '' LIMIT %s",
        [deletes(word), sound, WORD_LIMIT],
    )
    return tuple(other for other in found if other != word and (close(word, other) or _sounds_alike(word, other)))


def _sounds_alike(word: str, other: str) -> bool:
    return word[:1] == other[:1] and abs(len(word) - len(other)) <= 2


def _like(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")


def _rows(sql: str, parameters: Sequence[object]) -> tuple[str, ...]:
    return tuple(row[0] for row in _fetch(sql, parameters))


def _fetch(sql: str, parameters: Sequence[object]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def ranked_ids(record_type: str, typed: str, *, limit: int = 200) -> list[int]:
    """Ids of the records of a type that match what was typed, best first: whole words, beginnings, parts, similar."""
    found = candidates(typed)
    if not found:
        return []
    ranked = _ranked(record_type, found, similar=False, limit=limit)
    if len(ranked) < limit:
        seen = set(ranked)
        ranked += [other for other in _ranked(record_type, found, similar=True, limit=limit) if other not in seen]
    return ranked[:limit]


def _ranked(record_type: str, found: Sequence[Candidates], *, similar: bool, limit: int) -> list[int]:
    condition = " AND ".join("words && %s" for _ in found)
    rows = _fetch(
        f"SELECT object_id, words FROM records_searchentry WHERE record_type = %s AND {condition} "  # noqa: S608
        "ORDER BY object_id DESC LIMIT %s",
        [record_type, *[entry.all(similar=similar) for entry in found], limit],
    )
    wanted = [(entry, set(entry.all(similar=True))) for entry in found]
    scored = [(_score(entry_words, wanted), object_id) for object_id, entry_words in rows]
    return [object_id for _points, object_id in sorted(scored, key=lambda row: row[0])]  # stable: newest first


def _score(entry_words: Sequence[str], wanted: Sequence[tuple[Candidates, set[str]]]) -> int:
    return sum(
        min((entry.quality(word) for word in entry_words if word in accepted), default=3) for entry, accepted in wanted
    )
