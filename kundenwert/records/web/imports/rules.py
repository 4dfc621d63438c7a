"""The choices of an import beside its columns."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ...fields import UserField
from ...imports.options import ImportOptions, Unknown
from .chosen import Source, keys


def rules(source: Source, options: ImportOptions) -> list[dict[str, Any]]:
    """Selects that make sense with this mapping: name, label, help, options, value."""
    return [_key_rule(source, options), _bad_rule(options), *_link_rules(source, options), *_user_rule(source, options)]


def _key_rule(source: Source, options: ImportOptions) -> dict[str, Any]:
    choices = [(key, str(source.fields[key].label)) for key in keys(source, options.mapping)]
    return {
        "name": "key",
        "label": _("Which field tells which record a row means?"),
        "help": _("A row whose key is already known changes that record instead of making a second one."),
        "options": [*choices, ("", _("none: every row is new"))],
        "value": options.key,
    }


def _bad_rule(options: ImportOptions) -> dict[str, Any]:
    return {
        "name": "bad",
        "label": _("Rows with errors"),
        "help": _("You get the left-out rows as a file, to mend and import them."),
        "options": [("skip", _("leave out and report")), ("stop", _("import all rows or none"))],
        "value": "skip" if options.skip_bad else "stop",
    }


def _link_rules(source: Source, options: ImportOptions) -> list[dict[str, Any]]:
    found = []
    for name, option in source.importer.link_rules.items():
        label = str(source.fields[name].label)
        if name in options.mapping.values():
            found.append(_unknown(option, _("Unknown in the file: %(field)s") % {"field": label}, options))
        if option == "unknown":
            found.append(_missing(label, options))
    return found


def _user_rule(source: Source, options: ImportOptions) -> list[dict[str, Any]]:
    fields = [source.fields[target] for target in options.mapping.values()]
    label = next((str(field.label) for field in fields if isinstance(field, UserField)), "")
    if not label:
        return []
    rule = _unknown("unknown_users", _("Unknown in the file: %(field)s") % {"field": label}, options)
    return [{**rule, "help": _("Created colleagues cannot sign in: they only keep their name on their work.")}]


def _unknown(option: str, label: str, options: ImportOptions) -> dict[str, Any]:
    choices = [(value, str(text)) for value, text in Unknown.choices]
    return {"name": option, "label": label, "help": "", "options": choices, "value": getattr(options, option)}


def _missing(label: str, options: ImportOptions) -> dict[str, Any]:
    return {
        "name": "without_customer",
        "label": _("Left empty in the file: %(field)s") % {"field": label},
        "help": "",
        "options": [(Unknown.ANONYMOUS.value, _("import without it")), (Unknown.REJECT.value, _("reject the row"))],
        "value": options.without_customer,
    }
