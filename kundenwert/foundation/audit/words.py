"""The audit log in words."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..access.subjects import subjects

Label = str | Promise

_subjects: dict[str, Label] = {
    "access.user": gettext_lazy("Colleague"),
    "access.role": gettext_lazy("Role"),
    "access.team": gettext_lazy("Team"),
    "access.usersession": gettext_lazy("Session"),
    "jobs.job": gettext_lazy("Background job"),
    "organisation.organisationprofile": gettext_lazy("Organisation"),
}
_verbs: dict[str, Label] = {
    "created": gettext_lazy("created"),
    "changed": gettext_lazy("changed"),
    "deleted": gettext_lazy("deleted"),
    "restored": gettext_lazy("restored"),
    "imported": gettext_lazy("imported"),
    "exported": gettext_lazy("exported"),
    "merged": gettext_lazy("merged"),
    "undone": gettext_lazy("undone"),
    "invited": gettext_lazy("invited"),
    "deactivated": gettext_lazy("deactivated"),
    "reactivated": gettext_lazy("reactivated"),
    "signed_in": gettext_lazy("signed in"),
    "signed_out": gettext_lazy("signed out"),
    "session_ended": gettext_lazy("signed a device out"),
    "sessions_ended": gettext_lazy("signed all other devices out"),
    "cleaned": gettext_lazy("cleaned up"),
    "password_reset_requested": gettext_lazy("link for a new password requested"),
    "password_reset": gettext_lazy("password set by link"),
    "password_changed": gettext_lazy("password changed"),
    "second_factor_enabled": gettext_lazy("second factor switched on"),
    "second_factor_disabled": gettext_lazy("second factor switched off"),
    "second_factor_passed": gettext_lazy("second factor shown"),
    "recovery_code_used": gettext_lazy("recovery code used"),
    "recovery_codes_renewed": gettext_lazy("recovery codes renewed"),
    "retried": gettext_lazy("tried again"),
    "dismissed": gettext_lazy("dismissed"),
}


_values: dict[str, Label] = {
    "members": gettext_lazy("Members"),
    "device": gettext_lazy("Device"),
    "origin": gettext_lazy("Web address"),
    "ended_sessions": gettext_lazy("Ended sessions"),
    "codes_left": gettext_lazy("Recovery codes left"),
    "arguments": gettext_lazy("Given values"),
    "error": gettext_lazy("Error"),
    "record_type": gettext_lazy("Record type"),
}
"""What entries hold besides fields of their model."""
_hidden: set[str] = set()
"""Values for programs, such as ids, which say nothing to a reader."""


def label_subject(key: str, label: Label) -> None:
    """Give a record type a name in the log; called in apps.py where the registered or model name does not do."""
    _subjects[key] = label


def label_verb(verb: str, label: Label) -> None:
    """Give the last part of an action, such as `won` in `sales.deal.won`, its words; called in a module's apps.py."""
    _verbs[verb] = label


def label_value(name: str, label: Label) -> None:
    """Give a value in the details of entries its words; called in a module's apps.py."""
    _values[name] = label


def hide_value(name: str) -> None:
    """Keep a value in the details of entries from the reader; called in a module's apps.py."""
    _hidden.add(name)


def subject_words(key: str) -> str:
    """`customers.customer` → *Customer* in the reader's language; the key itself where nobody has named it."""
    label = _subjects.get(key) or subjects().get(key)
    if label:
        return str(label)
    model = _model(key)
    return capfirst(str(model._meta.verbose_name)) if model else key


def verb_words(action: str) -> str:
    """`customers.customer.changed` → *changed*; the bare words where nobody has named it."""
    verb = action.rpartition(".")[2]
    return str(_verbs.get(verb) or verb.replace("_", " "))


def action_words(action: str) -> str:
    """The whole action: *Customer: changed*."""
    return f"{subject_words(action.rpartition('.')[0])}: {verb_words(action)}"


def changes(subject: str, before: dict[str, Any] | None, after: dict[str, Any] | None) -> list[dict[str, str]]:
    """Each value that differs: label, before, after, as text."""
    old, new = before or {}, after or {}
    model = _model(subject)
    return [
        {
            "label": _field(model, key),
            "before": _value(model, key, old.get(key)),
            "after": _value(model, key, new.get(key)),
        }
        for key in dict.fromkeys([*old, *new])
        if old.get(key) != new.get(key)
    ]


def values(subject: str, kept: dict[str, Any] | None) -> list[dict[str, str]]:
    """Each value that is not empty: label and text."""
    model = _model(subject)
    texts = [
        (_field(model, key), _value(model, key, value)) for key, value in (kept or {}).items() if key not in _hidden
    ]
    return [{"label": label, "text": text} for label, text in texts if text]


def _model(key: str) -> type[Model] | None:
    try:
        return apps.get_model(key)
    except (LookupError, ValueError):
        return None


def _field(model: type[Model] | None, name: str) -> str:
    subject, _dot, verb = name.rpartition(".")
    if subject in subjects():  # a permission of a role: `customers.customer.see`
        return f"{subjects()[subject]}: {_permission(verb)}"
    try:
        field = model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        field = None
    label = getattr(field, "verbose_name", None) or _values.get(name) or name.replace("_", " ")
    return capfirst(str(label))


def _permission(verb: str) -> str:
    from ..access.models.role import Verb

    return str(Verb(verb).label) if verb in Verb.values else verb


def _value(model: type[Model] | None, name: str, value: Any) -> str:
    if value is None or value == "":
        return ""
    if name == "record_type":
        return subject_words(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(_value(None, "", item) for item in value)
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_value(None, '', item)}" for key, item in value.items())
    return str(_choices(model, name).get(value, value))


def _choices(model: type[Model] | None, name: str) -> dict[Any, Any]:
    from ..access.models.role import Scope

    if model is None:
        return {}
    if name.rpartition(".")[0] in subjects():
        return dict(Scope.choices)
    try:
        return dict(getattr(model._meta.get_field(name), "flatchoices", ()))
    except FieldDoesNotExist:
        return {}
