"""The facts of a record as the card shows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from ..fields import Field
from ..record_type import RecordType


@dataclass(frozen=True)
class Fact:
    """One field of one record, ready to show."""

    id: str
    name: str
    label: str
    html: SafeString
    url: str
    """Where it is edited; empty: read only."""


@dataclass(frozen=True)
class FactSection:
    """A titled group of facts."""

    key: str
    label: str
    facts: list[Fact]


def fact(record_type: RecordType, record: Any, field: Field, *, editable: bool) -> Fact:
    """One field of a loaded record."""
    url = reverse(f"{record_type.slug}-field", args=[record.pk, field.name]) if editable and field.editable else ""
    identifier = f"fact-{record_type.slug}-{record.pk}-{field.name}"
    return Fact(identifier, field.name, str(field.label), field.html(*field.values(record)), url)


def fact_sections(record_type: RecordType, record: Any, *, editable: bool) -> list[FactSection]:
    """The sections of the card, without the empty fields that make no sense for this record."""
    made = []
    for section in record_type.card.sections:
        facts = [
            fact(record_type, record, record_type.field(name), editable=editable)
            for name in section.fields
            if record_type.makes_sense(name, record) or getattr(record, record_type.field(name).kept_attribute)
        ]
        if facts:
            made.append(FactSection(section.key, str(section.label), facts))
    return made
