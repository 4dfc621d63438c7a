"""Customer numbers: one range for companies and persons."""

from __future__ import annotations

from typing import Any

from kundenwert.foundation.organisation.numbers import raise_range, take_numbers

KEY = "customers.customer"


def give_number(values: dict[str, Any]) -> None:
    """Give a new customer the next number where none was entered."""
    give_numbers([values])


def give_numbers(rows: list[dict[str, Any]]) -> None:
    """As `give_number`, for a batch: one lock on the range, taken numbers skipped."""
    entered = [int(row["number"]) for row in rows if str(row.get("number") or "").isdigit()]
    reasonable = [number for number in entered if number < 10**12]
    if reasonable:
        raise_range(KEY, max(reasonable))
    without = [row for row in rows if not row.get("number")]
    if without:
        for row, number in zip(without, take_numbers(KEY, len(without)), strict=True):
            row["number"] = str(number)
