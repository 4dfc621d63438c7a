"""Columns of the small tables of the administration."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise


def columns(*labels: str | Promise, numeric: tuple[int, ...] = ()) -> list[dict[str, Any]]:
    """Columns of a `c-table` from their labels; `numeric` says which stand on the right, counted from 0."""
    return [
        {"key": f"c{place}", "label": str(label), "numeric": place in numeric} for place, label in enumerate(labels)
    ]
