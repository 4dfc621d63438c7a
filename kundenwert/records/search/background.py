"""Words added to the vocabulary beside a long transaction."""

from __future__ import annotations

import contextvars
from collections.abc import Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Self

import psycopg

from kundenwert.foundation.tenancy import current_organisation

from .index import add_to_vocabulary, add_words

LOCK_TIMEOUT = "2s"


class BackgroundVocabulary:
    """Adds words in short transactions of its own while the caller's goes on.

    Inside an import's transaction a new word would be locked until its end, and a colleague who saves a record with the
    same word would wait as long. Words of an import that fails stay behind: a vocabulary may hold more than is used.
    """

    def __enter__(self) -> Self:
        self._connection = psycopg.connect(**current_organisation().database, autocommit=True)
        self._connection.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="vocabulary")
        self._running: Future[None] | None = None
        self._left: set[str] = set()
        return self

    def __exit__(self, *_: object) -> None:
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._connection.close()

    def add(self, words: Iterable[str]) -> None:
        """Add words soon. Raises what went wrong with the words before."""
        self._wait()
        context = contextvars.copy_context()
        self._running = self._thread.submit(context.run, self._add, set(words), str(current_organisation().key))

    def finish(self) -> None:
        """Wait for the words; those that somebody else held locked go into the caller's transaction."""
        self._wait()
        add_to_vocabulary(self._left)

    def _wait(self) -> None:
        if self._running:
            self._running.result()

    def _add(self, words: set[str], organisation: str) -> None:
        try:
            with self._connection.cursor() as cursor:
                add_words(cursor, organisation, words)
        except psycopg.errors.LockNotAvailable:
            self._left |= words
