"""Inputs for fields, and reading them back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from kundenwert.foundation.access.requests import SignedInRequest

from ..access import visible
from ..fields import Field, FieldError, LinkField, TagsField


def control(
    request: SignedInRequest,
    field: Field,
    value: Any,
    *,
    typed: Any = None,
    error: str = "",
    label: bool = True,
    focus: bool = False,
) -> SafeString:
    """The input of a field. `value` is the kept value; `typed` what somebody typed and is to see again."""
    if (
        isinstance(field, LinkField)
        and value
        and not visible(request.user, field.target_type).filter(pk=value).exists()
    ):
        value = typed = None  # as if it were not there
    context = {
        "field": field,
        "value": typed if typed is not None else _form_value(field, value),
        "values": typed if isinstance(typed, list) else (value or []) if isinstance(field, TagsField) else [],
        "error": error,
        "label": str(field.label),
        "hide_label": not label,
        "focus": focus,
        **field.control_context(value),
    }
    return render_to_string(f"records/controls/{field.control}.html", context, request=request)


def _form_value(field: Field, value: Any) -> str:
    return field.form_value(value, *[None] * (len(field.read_paths) - 1)) if value is not None else ""


def read_fields(fields: Sequence[Field], data: QueryDict) -> tuple[dict[str, Any], dict[str, str]]:
    """Cleaned values and errors of the fields of a form."""
    values: dict[str, Any] = {}
    errors: dict[str, str] = {}
    for field in fields:
        try:
            values[field.name] = field.clean_many(data.getlist(field.name))
        except FieldError as error:
            errors[field.name] = str(error)
    return values, errors


def form_controls(
    request: SignedInRequest, fields: Sequence[Field], values: Mapping[str, Any], errors: Mapping[str, str]
) -> list[SafeString]:
    """The inputs of a form, with what was typed and what is wrong."""
    sent = request.method == "POST"
    first = next(iter(errors), fields[0].name if fields else "")
    return [
        control(
            request,
            field,
            values.get(field.name),
            typed=typed_value(request, field) if sent else None,
            error=errors.get(field.name, ""),
            focus=field.name == first,
        )
        for field in fields
    ]


def typed_value(request: SignedInRequest, field: Field) -> Any:
    """What somebody typed into a field, to be shown again."""
    return request.POST.getlist(field.name) if isinstance(field, TagsField) else request.POST.get(field.name, "")
