"""A role's permissions as a table: record type × verb, a scope in each cell."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from ..actions.save_role import Permissions
from ..models import Role
from ..models.role import Scope, Verb
from ..subjects import subjects


def role_permissions(role: Role | None) -> dict[tuple[str, str], str]:
    """What a role grants now; nothing for a new one."""
    if role is None:
        return {}
    rows = role.permissions.values_list("subject", "verb", "scope")
    return {(subject, verb): scope for subject, verb, scope in rows}


def typed_permissions(data: QueryDict) -> dict[tuple[str, str], str]:
    """What a form says: fields such as `customers.customer:see` = `own`; empty fields grant nothing."""
    cells = {name: data.get(name, "") for name in data if ":" in name}
    named = {name: str(scope) for name, scope in cells.items() if scope}
    return {(name.partition(":")[0], name.partition(":")[2]): scope for name, scope in named.items()}


def matrix(permissions: Permissions) -> list[dict[str, Any]]:
    """Rows for the page: subject, label, and for each verb the field's name, its options and its value."""
    return [
        {"key": key, "label": str(label), "cells": [_cell(key, str(label), verb, permissions) for verb in Verb]}
        for key, label in subjects().items()
    ]


def _cell(subject: str, label: str, verb: Verb, permissions: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    return {
        "name": f"{subject}:{verb.value}",
        "label": f"{label}: {verb.label}",
        "verb": str(verb.label),
        "value": permissions.get((subject, verb.value), ""),
        "options": _options(verb),
    }


def _options(verb: Verb) -> list[tuple[str, str]]:
    """What does not exist yet belongs to nobody: creating is allowed or not."""
    if verb == Verb.CREATE:
        return [("", _("no")), (Scope.ALL.value, _("yes"))]
    return [("", _("none")), *((scope.value, str(scope.label)) for scope in Scope)]
