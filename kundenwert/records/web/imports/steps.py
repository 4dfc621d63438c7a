"""The steps of an import, shown above each of its pages."""

from __future__ import annotations

from django.utils.translation import gettext as _


def steps(current: int) -> list[dict[str, str]]:
    """The steps for `c-stepper`; `current` counts from 0, 4 says that all are done."""
    labels = [_("File"), _("Mapping and check"), _("Import"), _("Result")]
    return [{"label": label, "state": _state(at, current)} for at, label in enumerate(labels)]


def _state(at: int, current: int) -> str:
    return "done" if at < current else "current" if at == current else "todo"
