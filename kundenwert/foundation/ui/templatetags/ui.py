"""Filters and tags of the interface kit."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

register = template.Library()

HUES = 8
SPARK_WIDTH, SPARK_HEIGHT = 80, 24
_LEGAL_FORMS = {
    "gmbh",
    "ag",
    "kg",
    "ohg",
    "ug",
    "se",
    "e.k.",
    "ek",
    "gbr",
    "co.",
    "&",
    "co",
    "mbh",
    "ev",
    "e.v.",
}


@register.filter
def html_attrs(attrs: Any) -> SafeString:
    """Write a component's remaining attributes, escaped; False and None are left out, True is bare.

    `attrs` is a django-cotton `Attrs` or any mapping of attribute name to value.
    """
    pairs: Mapping[str, Any] = attrs.attrs_dict() if hasattr(attrs, "attrs_dict") else attrs or {}
    return format_html_join("", "{}", ((_attribute(name, value),) for name, value in pairs.items()))


def _attribute(name: str, value: Any) -> SafeString | str:
    if value is None or value is False or (value == "" and name.startswith("aria-")):
        return ""
    return format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value)


@register.simple_tag
def icon(name: str, size: str = "", css: str = "") -> SafeString:
    """An icon of the sprite as decoration; `<c-icon label=…>` for one that says something.

    A tag and no component, because a page holds a hundred of them.
    """
    return _icon(name, size, css)


@lru_cache(maxsize=1024)
def _icon(name: str, size: str, css: str) -> SafeString:
    classes = " ".join(filter(None, ["icon", f"icon-{size}" if size else "", css]))
    shape = '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>'
    return format_html(shape, classes, static("kundenwert/icons.svg"), name)


@register.simple_tag(takes_context=True)
def control_attrs(context: template.Context) -> SafeString:
    """Write the attributes every form control shares: id, name, state, and what describes it."""
    name, error = context.get("name", ""), messages_of(context.get("error"))
    identifier = field_id(name, context.get("id", ""))
    described = [f"{identifier}-help"] if context.get("help") else []
    described += [f"{identifier}-error"] if error else []
    return html_attrs(
        {
            "id": identifier or None,
            "name": name or None,
            "required": bool(context.get("required")),
            "disabled": bool(context.get("disabled")),
            "aria-invalid": "true" if error else None,
            "aria-describedby": " ".join(described) or None,
        }
    ) + html_attrs(context.get("attrs"))


@register.filter
def field_id(name: Any, given: Any = "") -> str:
    """The id of a control: the given one, or `id_` and its name."""
    return str(given or (f"id_{name}" if name else ""))


@register.filter
def messages_of(error: Any) -> list[str]:
    """Errors as a list of texts, whether they came as one text, a list or nothing."""
    if not error or error is True:
        return []
    if isinstance(error, str) or not isinstance(error, Iterable):
        return [str(error)]
    return [str(message) for message in error]


@register.filter
def initials(name: Any) -> str:
    """Up to two letters for a name: first and last word of a person, first two of a company."""
    words = [word for word in str(name or "").split() if word[0].isalnum()]
    plain = [word for word in words if word.lower() not in _LEGAL_FORMS and not word.endswith(".")] or words
    ends = plain[:1] + plain[-1:] if len(plain) > 1 else plain
    return "".join(word[0] for word in ends).upper()


@register.filter
def hue(name: Any) -> int:
    """A colour number from 1 to 8 that always is the same for the same name."""
    return zlib.crc32(str(name or "").encode()) % HUES + 1


@register.filter
def more_than(names: Sequence[Any], shown: Any) -> int:
    """How many of `names` lie beyond the first `shown`; 0 when all are shown."""
    return max(0, len(names) - int(shown))


@register.filter
def choices(options: Any, value: Any = "") -> list[dict[str, Any]]:
    """Options of a select or radio group as rows of value, label, selected, and group where there is one.

    Takes pairs `(value, label)`, triples with `selected`, Django's groups `(label, [pairs])`, or dicts.
    """
    rows: list[dict[str, Any]] = []
    for option in options or ():
        if not isinstance(option, Mapping) and isinstance(option[1], list | tuple):
            rows += [{**_choice(inner, value), "group": option[0]} for inner in option[1]]
        else:
            rows.append({"group": "", **_choice(option, value)})
    return rows


def _choice(option: Any, value: Any) -> dict[str, Any]:
    if isinstance(option, Mapping):
        option = (option["value"], option["label"], option.get("selected", None))
    selected = option[2] if len(option) > 2 and option[2] is not None else _same(option[0], value)
    return {"value": option[0], "label": option[1], "selected": selected}


def _same(option: Any, value: Any) -> bool:
    chosen = value if isinstance(value, list | tuple | set) else [value]
    return str("" if option is None else option) in {str("" if one is None else one) for one in chosen}


@register.filter
def widget_kind(field: Any) -> str:
    """Which component draws a Django form field; `input` when nothing more special fits."""
    name = type(field.field.widget).__name__
    kinds = {
        "Textarea": "textarea",
        "Select": "select",
        "NullBooleanSelect": "select",
        "CheckboxInput": "checkbox",
        "RadioSelect": "radio",
        "DateInput": "date",
        "NumberInput": "number",
        "ClearableFileInput": "file",
        "FileInput": "file",
        "HiddenInput": "hidden",
    }
    return kinds.get(name, "other" if hasattr(field.field.widget, "choices") else "input")


@register.filter
def iso(value: Any) -> str:
    """A date as `2026-11-22` for the browser's date field; text stays as it was typed."""
    return str(value.isoformat()) if hasattr(value, "isoformat") else str(value or "")


@register.filter
def form_error_rows(form: Any) -> list[tuple[str, str, str]]:
    """The errors of a bound form as rows of control id, label, message; id is empty for the whole form."""
    rows = [("", "", str(message)) for message in form.non_field_errors()]
    for field in form:
        rows += [(field.id_for_label, str(field.label), str(message)) for message in field.errors]
    return rows


@register.simple_tag
def row_check(identifier: Any, label: Any) -> SafeString:
    """The box that selects a table row; `label` says aloud which row."""
    spoken = gettext("Select %(name)s") % {"name": label}
    return format_html(
        '<input type="checkbox" name="ids" value="{}" data-row-check aria-label="{}">', identifier, spoken
    )


@register.simple_tag
def mark(text: Any, query: Any) -> SafeString:
    """`text` with the first place where `query` stands, in any case, marked."""
    found = re.search(re.escape(str(query).strip()), str(text), re.IGNORECASE) if str(query or "").strip() else None
    if found is None:
        return format_html("{}", text)
    start, end = found.span()
    return format_html("{}<mark>{}</mark>{}", str(text)[:start], str(text)[start:end], str(text)[end:])


@register.simple_tag
def sparkline(points: Sequence[Any] | None) -> SafeString:
    """A tiny line of numbers as SVG, decoration beside the figure that says the same."""
    values = [float(point) for point in points or ()]
    if len(values) < 2:
        return SafeString("")
    places = _places(values)
    return format_html(
        '<svg class="spark" viewBox="0 0 {} {}" width="{}" height="{}" aria-hidden="true" focusable="false">'
        '<polyline points="{}"/><circle cx="{}" cy="{}" r="2"/></svg>',
        *(SPARK_WIDTH, SPARK_HEIGHT, SPARK_WIDTH, SPARK_HEIGHT),
        format_html_join(" ", "{},{}", places),
        *places[-1],
    )


def _places(values: list[float]) -> list[tuple[float, float]]:
    low, span = min(values), (max(values) - min(values)) or 1.0
    step = (SPARK_WIDTH - 6) / (len(values) - 1)
    height = SPARK_HEIGHT - 6
    return [
        (round(3 + step * index, 1), round(3 + height * (1 - (value - low) / span), 1))
        for index, value in enumerate(values)
    ]


@register.filter
def key_parts(keys: Any) -> list[str]:
    """`Ctrl K` as the keys to draw; single names are translated where keyboards differ."""
    names = {
        "Ctrl": gettext("Ctrl"),
        "Shift": gettext("Shift"),
        "Enter": gettext("Enter"),
        "Esc": gettext("Esc"),
    }
    names["Space"] = gettext("Space")
    return [str(names.get(part, part)) for part in str(keys or "").split()]
