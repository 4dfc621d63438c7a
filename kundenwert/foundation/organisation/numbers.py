"""Taking numbers from a number range."""

from __future__ import annotations

from django.db import connection, transaction


def take_numbers(key: str, count: int = 1, first: int = 10001) -> range:
    """Take `count` numbers that nobody else gets. A rolled-back transaction gives them back: the range has no gaps then.

    `first` is where a new range begins.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO organisation_numberrange AS r (key, next_number) VALUES (%s, %s) "
            "ON CONFLICT (key) DO UPDATE SET next_number = r.next_number + %s RETURNING next_number",
            [key, first + count, count],
        )
        after = cursor.fetchone()[0]
    return range(after - count, after)


def raise_range(key: str, at_least: int, first: int = 10001) -> None:
    """Move a range past a number that came from outside (an import), so that it is not given out again."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO organisation_numberrange AS r (key, next_number) VALUES (%s, %s) "
            "ON CONFLICT (key) DO UPDATE SET next_number = greatest(r.next_number, excluded.next_number)",
            [key, max(first, at_least + 1)],
        )
