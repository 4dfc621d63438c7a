"""Rows as they were read, and reading ahead of the database."""

from __future__ import annotations

import contextvars
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any, NamedTuple, TypeVar

from kundenwert.foundation.tabular.rows import Row

from .cells import BadCell
from .pending import Guess

T = TypeVar("T")


class ReadRow(NamedTuple):
    """A row with its values by field name, or with what is wrong with it."""

    row: Row
    values: dict[str, Any]
    error: BadCell | None
    guess: Guess | None = None


def batches(rows: Iterable[Row], size: int) -> Iterator[list[Row]]:
    """The rows in lists of at most `size`."""
    iterator = iter(rows)
    while batch := list(islice(iterator, size)):
        yield batch


def read_ahead(rows: Iterator[list[Row]], read: Callable[[Sequence[Row]], T]) -> Iterator[T]:
    """What `read` makes of each batch, one batch ahead in a thread: Python works while the database does.

    The thread has the caller's language, time zone and organisation, but must not ask the database: it would do so
    outside the caller's transaction.
    """

    def following() -> T | None:
        batch = next(rows, None)
        return None if batch is None else read(batch)

    with ThreadPoolExecutor(1, thread_name_prefix="import") as thread:
        coming = thread.submit(contextvars.copy_context().run, following)
        while (ready := coming.result()) is not None:
            coming = thread.submit(contextvars.copy_context().run, following)
            yield ready
