"""Imports customers: tells persons from companies, and warns of likely duplicates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection

from kundenwert.foundation.organisation.numbers import raise_range
from kundenwert.foundation.tabular.source import Table
from kundenwert.records.imports.highest import highest_number
from kundenwert.records.imports.importer import Importer
from kundenwert.records.imports.pending import Pending

from .models.choices import CustomerKind
from .rules.number_rules import KEY

SHOWN_DUPLICATES = 100
# One probe of the keys' index for each key; no key holds a line break, and one text is quoted faster than an array.
# Deleted customers are left out by the caller and not in SQL: by a condition the planner, without statistics of fresh
# rows, would walk a partial index for each key.
HOLDERS = """
SELECT k.key, c.number, c.name, c.deleted_at FROM unnest(string_to_array(%s, E'\\n')) AS k (key)
JOIN customers_customer c ON c.match_keys @> ARRAY[k.key]
"""


class CustomerImporter(Importer):
    """Rows are companies unless they say otherwise or name a person only."""

    def look_ahead(self, table: Table) -> None:
        """No number that stands further down in the file may be given to a row without one."""
        highest = highest_number(table, self.columns, "number")
        if highest is not None:
            raise_range(KEY, highest)

    def complete_new(self, values: dict[str, Any]) -> dict[str, Any]:
        """A row without a company name but with a person's name is a person."""
        if "kind" not in values and "name" not in values and ("last_name" in values or "first_name" in values):
            return {**values, "kind": CustomerKind.PERSON.value}
        return values

    def before_write(self, new: Sequence[Pending]) -> None:
        """Count new customers that look like stored ones, or like each other; the first are shown by name."""
        holders = _holders({key for entry in new for key in entry.derived["match_keys"]})
        for entry in new:
            keys = entry.derived["match_keys"]
            hit = next((holders[key] for key in keys if key in holders), None)
            name, number = str(entry.value("name")), str(entry.value("number"))
            for key in keys:
                holders.setdefault(key, (number, name))
            if hit:
                self._note_duplicate({"row": entry.row.number, "name": name, "number": hit[0], "other": hit[1]})

    def _note_duplicate(self, duplicate: dict[str, Any]) -> None:
        details = self.report.details
        details["duplicate_count"] = details.get("duplicate_count", 0) + 1
        shown: list[dict[str, Any]] = details.setdefault("duplicates", [])
        if len(shown) < SHOWN_DUPLICATES:
            shown.append(duplicate)


def _holders(keys: set[str]) -> dict[str, tuple[str, str]]:
    """Duplicate key → number and name of a live customer that has it."""
    if not keys:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(HOLDERS, ["\n".join(sorted(keys))])
        return {key: (number, name) for key, number, name, deleted in cursor.fetchall() if deleted is None}
