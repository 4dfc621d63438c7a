"""Number ranges on PostgreSQL sequences: nobody waits for anybody, no number is given twice, gaps are allowed.

(Invoice numbers, which may have none, will need another way.) A module makes its sequence in a migration.
"""

from __future__ import annotations

from django.db import connection, migrations


def create_range(key: str, first: int) -> migrations.RunSQL:
    """The migration operation that makes a number range; `first` is its first number."""
    return migrations.RunSQL(f"CREATE SEQUENCE {_sequence(key)} START {int(first)}", f"DROP SEQUENCE {_sequence(key)}")


def take_numbers(key: str, count: int = 1) -> list[int]:
    """Take `count` numbers that nobody else gets, rising."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(%s) FROM generate_series(1, %s)", [_sequence(key), count])
        return [row[0] for row in cursor.fetchall()]


def raise_range(key: str, at_least: int) -> None:
    """Move a range past a number that came from outside (an import), so that it is not given out again."""
    name = _sequence(key)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT setval(%s, %s) FROM {name} WHERE last_value < %s", [name, at_least, at_least])  # noqa: S608


def _sequence(key: str) -> str:
    """`sales.order` → `number_range_sales_order`; keys are constants of the program."""
    name = f"number_range_{key.replace('.', '_')}"
    if not name.isidentifier():
        raise ValueError(key)
    return name
