"""Choosing by weight from word lists."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Items with weights; `pick` takes one in O(log n)."""

    __slots__ = ("_sums", "_total", "items")

    def __init__(self, pairs: Iterable[tuple[float, T]]) -> None:
        """Take (weight, item) pairs; weights of zero are never picked."""
        kept = [(weight, item) for weight, item in pairs if weight > 0]
        self.items: Sequence[T] = [item for _, item in kept]
        self._sums = list(accumulate(weight for weight, _ in kept))
        self._total = self._sums[-1]

    def pick(self, random: Random) -> T:
        """One item, as often as its weight says."""
        return self.items[bisect(self._sums, random.random() * self._total)]


def weighted_words(text: str) -> Weighted[str]:
    """Read lines of `weight word word …`; words with blanks stand between bars."""
    pairs: list[tuple[float, str]] = []
    for line in text.strip().splitlines():
        weight, _, rest = line.partition(" ")
        pairs += [(float(weight), word) for word in split_words(rest)]
    return Weighted(pairs)


def weighted_lines(text: str, separator: str = "\n") -> Weighted[str]:
    """Read `weight phrase` items; a weight alone is the empty phrase."""
    pairs = (item.strip().partition(" ") for item in text.strip().split(separator))
    return Weighted((float(weight), phrase) for weight, _, phrase in pairs)


def split_words(text: str) -> list[str]:
    """Words between bars if there are bars, else between blanks; a part of bars may hold several words."""
    if "|" not in text:
        return text.split()
    return [word for part in text.split("\n") for word in part.split("|") if word]
