"""Streaming: memory does not grow with the number of rows that pass by."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterable
from itertools import islice

import pytest

from kundenwert.demo.company import generate


def _peak(stream: Iterable[object], rows: int) -> int:
    """Highest memory in bytes while so many rows pass by."""
    tracemalloc.start()
    try:
        assert sum(1 for _ in islice(stream, rows)) == rows
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_fifty_thousand_rows_stream_in_bounded_memory() -> None:
    company = generate(50_000)
    assert _peak(company.customers(), 4_000) < 16_000_000
    assert _peak(company.touchpoints(), 4_000) < 16_000_000
    assert _peak(company.orders(), 50_000) < 16_000_000


def test_twice_the_rows_take_no_more_memory() -> None:
    company = generate(2_000)
    list(company.customers())
    assert _peak(company.orders(), 6_000) < _peak(company.orders(), 3_000) + 1_000_000
