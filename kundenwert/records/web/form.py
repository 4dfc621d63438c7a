"""The form of a whole record: its controls in groups, and what the page needs beside them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from kundenwert.foundation.access.requests import SignedInRequest

from ..fields import Field
from ..record_type import RecordType
from .controls import form_controls
from .links import safe_next


@dataclass(frozen=True)
class FormGroup:
    """Controls that stand together, under the label of the card's section; no label where there is one group only."""

    key: str
    label: str
    controls: Sequence[SafeString]


def form_context(
    request: SignedInRequest, record_type: RecordType, values: Mapping[str, Any], errors: Mapping[str, str]
) -> dict[str, Any]:
    """Context of `records/form.html`."""
    fields = record_type.form_fields
    controls = form_controls(request, fields, values, errors)
    return {
        "record_type": record_type,
        "groups": form_groups(record_type, fields, controls),
        "errors": [(f"id_{name}" if name else "", _label(record_type, name), text) for name, text in errors.items()],
        "next": safe_next(request),
        "show_when": json.dumps({name: [other, list(some)] for name, (other, some) in record_type.shown_when.items()}),
        "hints_url": reverse(record_type.form_hints) if record_type.form_hints else "",
        "hint_fields": ", ".join(f"#id_{name}" for name in record_type.form_hint_fields),
    }


def form_groups(record_type: RecordType, fields: Sequence[Field], controls: Sequence[SafeString]) -> list[FormGroup]:
    """The controls by the section of the card to which their field belongs, in the order of the form."""
    section_of = {name: section for section in record_type.card.sections for name in section.fields}
    grouped: dict[str, list[SafeString]] = {}
    labels = {"": ""}
    for field, control in zip(fields, controls, strict=True):
        section = section_of.get(field.name)
        key = section.key if section else ""
        grouped.setdefault(key, []).append(control)
        labels[key] = str(section.label) if section else ""
    many = len(grouped) > 1
    return [FormGroup(key, labels[key] if many else "", entries) for key, entries in grouped.items()]


def _label(record_type: RecordType, name: str) -> str:
    return str(record_type.all_fields[name].label) if name in record_type.all_fields else ""
