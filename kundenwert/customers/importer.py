"""Imports customers: tells persons from companies, and warns of likely duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from kundenwert.records.imports.importer import Importer
from kundenwert.records.imports.pending import Pending

from .models.choices import CustomerKind

SHOWN_DUPLICATES = 100


class CustomerImporter(Importer):
    """Rows are companies unless they say otherwise or name a person only."""

    def adjust(self, values: dict[str, Any]) -> dict[str, Any]:
        """A row without a company name but with a person's name is a person."""
        if "kind" not in values and "name" not in values and ("last_name" in values or "first_name" in values):
            values["kind"] = CustomerKind.PERSON
        return values

    def before_write(self, new: Sequence[Pending]) -> None:
        """Count new customers that look like stored ones, or like each other; the first are shown by name."""
        keys = {key for entry in new for key in entry.derived["match_keys"]}
        if not keys:
            return
        with connection.cursor() as cursor:
            # One probe of the keys' index for each key. Deleted customers are left out here and not in SQL: by a
            # condition the planner, without statistics of fresh rows, would walk a partial index for each key.
            cursor.execute(
                "SELECT k.key, c.number, c.name, c.deleted_at FROM unnest(%s::text[]) AS k (key) "
                "JOIN customers_customer c ON c.match_keys @> ARRAY[k.key]",
                [sorted(keys)],
            )
            holders = {key: (number, name) for key, number, name, deleted in cursor.fetchall() if deleted is None}
        details = self.report.details
        shown: list[dict[str, Any]] = details.setdefault("duplicates", [])
        for entry in new:
            hit = next((holders[key] for key in entry.derived["match_keys"] if key in holders), None)
            name = str(entry.derived.get("name") or entry.values.get("name"))
            for key in entry.derived["match_keys"]:
                holders.setdefault(key, (str(entry.values.get("number", "")), name))
            if hit:
                details["duplicate_count"] = details.get("duplicate_count", 0) + 1
                if len(shown) < SHOWN_DUPLICATES:
                    shown.append({"row": entry.row.number, "name": name, "number": hit[0], "other": hit[1]})
