"""Customers that an order file speaks of and nobody has entered yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from kundenwert.customers.models.choices import Stage
from kundenwert.foundation.access.models import User
from kundenwert.foundation.email_address import EmailError, normalise_email
from kundenwert.foundation.tabular.rows import Row
from kundenwert.records.imports.attributes import record_defaults
from kundenwert.records.imports.copy_cells import CopyCells
from kundenwert.records.imports.pending import Pending
from kundenwert.records.imports.write import insert_pending
from kundenwert.records.models import ImportRun
from kundenwert.records.registry import record_type_for

from .line_fields import NO_COUNTRY

LONGEST_NUMBER = 40


def create_customers(
    missing: set[str], rows: Sequence[Mapping[str, Any]], *, run: ImportRun, actor: User | None
) -> dict[str, int]:
    """Make a customer for each text, called by its name in the file or else by its number; text → id."""
    record_type = record_type_for("customers.customer")
    about = {row["customer"]: row for row in reversed(rows) if row.get("customer") in missing}
    defaults = record_defaults(record_type)
    entries = []
    for text in sorted(missing):
        row = about.get(text, {})
        values = {
            **defaults,
            **_called(text, str(row.get("customer_name") or "")),
            "stage": Stage.CUSTOMER.value,
            "country": _country(row, defaults["country"]),
        }
        entries.append((text, Pending(Row(0, (), None), values, None)))
    record_type.before_import([entry.values for _text, entry in entries])
    for _text, entry in entries:
        entry.derived = record_type.derive(entry.values)
    insert_pending(CopyCells(record_type), run, [entry for _text, entry in entries], actor=actor, now=timezone.now())
    return {text: entry.new_id for text, entry in entries if entry.new_id is not None}


def _called(text: str, name: str) -> dict[str, str]:
    """What the text that names a customer is: an e-mail address, a number (digits in it, no spaces), else the name."""
    if "@" in text:
        with suppress(EmailError):
            return {"email": normalise_email(text), "name": name or text}
    if any(map(str.isdigit, text)) and len(text) <= LONGEST_NUMBER and len(text.split()) == 1:
        return {"number": text, "name": name or _("Customer %(number)s") % {"number": text}}
    return {"name": name or text}


def _country(row: Mapping[str, Any], usual: str) -> str:
    country = str(row.get("customer_country", usual))
    return "" if country == NO_COUNTRY else country
