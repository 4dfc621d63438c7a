"""Keeping the search index in step with the records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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


def index_words(texts: Iterable[str]) -> list[str]:
    """The folded words under which a record is found."""
    found = dict.fromkeys(word[:MAX_WORD_LENGTH] for text in texts for word in words(text))
    return list(found)[:MAX_WORDS]


def reindex(record_type: RecordType, record_ids: Sequence[int]) -> None:
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
    add_to_vocabulary(word for _id, entry in entries for word in entry)


def copy_entries(record_type: RecordType, entries: Iterable[tuple[int, list[str]]]) -> None:
    """Add entries of records that are surely new: id and words. For imports: COPY instead of single inserts."""
    with (
        connection.cursor() as cursor,
        cursor.copy("COPY records_searchentry (record_type, object_id, words) FROM STDIN") as copy,
    ):
        for record_id, entry in entries:
            copy.write_row((record_type.key, record_id, entry))


def add_to_vocabulary(new: Iterable[str]) -> None:
    """Add words to the vocabulary.

    Words of rolled-back transactions may be missing from it, so none is remembered
    before it has been read back.
    """
    known = _known.setdefault(str(connection.organisation_key), set())  # type: ignore[attr-defined]
    unknown = sorted(set(new) - known)  # sorted: two writers lock the same words in the same order
    if not unknown:
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM records_searchword WHERE word = ANY(%s)", [unknown])
        present = {row[0] for row in cursor.fetchall()}
        missing = [word for word in unknown if word not in present]
        if missing:
            cursor.execute(
                "INSERT INTO records_searchword (word, trigrams, deletes, phonetic) "
                "SELECT word, string_to_array(trigrams, ' '), string_to_array(deletes, ' '), phonetic "
                "FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[]) AS t (word, trigrams, deletes, phonetic) "
                "ON CONFLICT DO NOTHING",
                [
                    missing,
                    [" ".join(trigrams(word)) for word in missing],
                    [" ".join(deletes(word)) for word in missing],
                    [cologne(word) if len(word) > 3 else "" for word in missing],
                ],
            )
    if len(known) < KNOWN_LIMIT:
        known |= present


def forget_known_words() -> None:
    """Forget which words the vocabulary holds (after a restore)."""
    _known.clear()
