"""Products that an order file speaks of and nobody has entered yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import timezone

from kundenwert.foundation.access.models import User
from kundenwert.foundation.tabular.rows import Row
from kundenwert.records.imports.attributes import record_defaults
from kundenwert.records.imports.copy_cells import CopyCells
from kundenwert.records.imports.pending import Pending
from kundenwert.records.imports.write import insert_pending
from kundenwert.records.models import ImportRun
from kundenwert.records.registry import record_type_for

LONGEST_NUMBER, LONGEST_NAME = 60, 300


def create_products(
    missing: set[str], rows: Sequence[Mapping[str, Any]], *, run: ImportRun, actor: User | None
) -> dict[str, int]:
    """Make a product for each text: its number; name, unit and price as the file first gives them; text → id.

    A text too long for a number makes none.
    """
    record_type = record_type_for("catalogue.product")
    about: dict[str, Mapping[str, Any]] = {}
    for row in rows:
        text = row.get("product")
        if text in missing and (text not in about or not about[text].get("line_text")):
            about[text] = row
    defaults = record_defaults(record_type)
    entries = []
    for text in sorted(text for text in missing if len(text) <= LONGEST_NUMBER):
        row = about.get(text, {})
        price = row.get("unit_price")
        values = {
            **defaults,
            "number": text,
            "name": str(row.get("line_text") or text)[:LONGEST_NAME],
            "unit": row.get("unit", ""),
            "net_price": price if price is not None and price >= 0 else None,
        }
        entries.append((text, Pending(Row(0, (), None), values, None)))
    insert_pending(CopyCells(record_type), run, [entry for _text, entry in entries], actor=actor, now=timezone.now())
    return {text: entry.new_id for text, entry in entries if entry.new_id is not None}
