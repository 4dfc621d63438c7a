"""Jobs in words."""

from __future__ import annotations

from django.utils.functional import Promise

_labels: dict[str, str | Promise] = {}


def label_job(name: str, label: str | Promise) -> None:
    """Give a job a name for the reader; called in a module's apps.py."""
    _labels[name] = label


def job_words(name: str) -> str:
    """`access.send_invitation` → *Invitation by e-mail*; the name itself where nobody has named it."""
    return str(_labels.get(name, name))
