"""Customer numbers: one range for companies and persons."""

from __future__ import annotations

from typing import Any

from kundenwert.foundation.organisation.numbers import raise_range, take_numbers

from ..models import Customer

KEY = "customers.customer"


def give_number(values: dict[str, Any]) -> None:
    """Give a new customer the next number where none was entered."""
    give_numbers([values])


def give_numbers(rows: list[dict[str, Any]]) -> None:
    """As `give_number`, for a batch: one lock on the range, taken numbers skipped."""
    entered = [int(row["number"]) for row in rows if str(row.get("number") or "").isdecimal()]
    reasonable = [number for number in entered if number < 10**12]
    if reasonable:
        raise_range(KEY, max(reasonable))
    without = [row for row in rows if not row.get("number")]
    for row, number in zip(without, _free_numbers(len(without)), strict=True):
        row["number"] = number


def _free_numbers(count: int) -> list[str]:
    """Numbers from the range that no live customer has: somebody may have entered one by hand."""
    free: list[str] = []
    while len(free) < count:
        taken = [str(number) for number in take_numbers(KEY, count - len(free))]
        used = set(Customer.objects.filter(number__in=taken, deleted_at=None).values_list("number", flat=True))
        free += [number for number in taken if number not in used]
    return free
