"""Keeping the search index in step with the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.db import connection

from kundenwert.foundation.text.phonetic import cologne
from kundenwert.foundation.text.words import deletes, trigrams, words

from ..record_type import RecordType

MAX_WORDS = 200
"""Of one record: a note of ten pages must not slow down every search."""
MAX_WORD_LENGTH = 60

_known: dict[str, set[str]] = {}
"""Words each organisation's vocabulary surely holds; saves a look-up for every Müller. Bounded by KNOWN_LIMIT."""
KNOWN_LIMIT = 200_000
AddWords = Callable[[Iterable[str]], None]
# Many words as one text of lines: quoting an array word by word takes longer than the query.
PRESENT_WORDS = r"SELECT word FROM records_searchword WHERE word = ANY(string_to_array(%s, E'\n'))"
ADD_WORDS = r"""
INSERT INTO records_searchword (word, trigrams, deletes, phonetic)
SELECT split_part(line, E'\t', 1), string_to_array(split_part(line, E'\t', 2), ' '),
       string_to_array(split_part(line, E'\t', 3), ' '), split_part(line, E'\t', 4)
FROM unnest(string_to_array(%s, E'\n')) AS line
ON CONFLICT DO NOTHING
"""


def index_words(texts: Iterable[str]) -> list[str]:
    """The folded words under which a record is found."""
    found = dict.fromkeys(word[:MAX_WORD_LENGTH] for text in texts for word in words(text))
    return list(found)[:MAX_WORDS]


def copy_entries(record_type: RecordType, entries: Iterable[tuple[int, list[str]]]) -> None:
    """Add entries of records that are surely new: id and words. For imports: COPY instead of single inserts."""
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY records_searchentry (record_type, object_id, words) FROM STDIN") as copy,
    ):
        for record_id, entry in entries:
            copy.write_row((record_type.key, record_id, entry))


def add_to_vocabulary(new: Iterable[str]) -> None:
    """Add words to the vocabulary, in the running transaction."""
    with connection.cursor() as cursor:
        add_words(cursor, str(connection.organisation_key), new)  # type: ignore[attr-defined]


def add_words(cursor: Any, organisation: str, new: Iterable[str]) -> None:
    """Add words by a cursor of Django or psycopg.

    Words of rolled-back transactions may be missing, so none is remembered before it has been read back.
    """
    known = _known.setdefault(organisation, set())
    unknown = sorted(set(new) - known)  # sorted: two writers lock the same words in the same order
    if not unknown:
        return
    cursor.execute(PRESENT_WORDS, ["\n".join(unknown)])
    present = {row[0] for row in cursor.fetchall()}
    missing = [word for word in unknown if word not in present]
    if missing:
        cursor.execute(ADD_WORDS, ["\n".join(map(_line, missing))])
    if len(known) < KNOWN_LIMIT:
        known |= present


def _line(word: str) -> str:
    sound = cologne(word) if len(word) > 3 else ""
    return "\t".join((word, " ".join(trigrams(word)), " ".join(deletes(word)), sound))


def reindex(record_type: RecordType, record_ids: Sequence[int], *, vocabulary: AddWords = add_to_vocabulary) -> None:
    """Renew the entries of records, in the running transaction; entries of deleted records go."""
    if not record_type.search:
        return
    rows = record_type.search_rows(record_ids)
    entries = [(row["id"], index_words(record_type.search_words(row))) for row in rows]
    gone = set(record_ids) - {row["id"] for row in rows}
    with connection.cursor() as cursor:
        if gone:
            cursor.execute(
                "DELETE FROM records_searchentry WHERE record_type = %s AND object_id = ANY(%s)",
                [record_type.key, list(gone)],
            )
        cursor.executemany(
            "INSERT INTO records_searchentry (record_type, object_id, words) VALUES (%s, %s, %s) "
            "ON CONFLICT (record_type, object_id) DO UPDATE SET words = excluded.words",
            [(record_type.key, record_id, entry) for record_id, entry in entries],
        )
    vocabulary(word for _id, entry in entries for word in entry)


def forget_known_words() -> None:
    """Forget which words the vocabulary holds (after a restore)."""
    _known.clear()
