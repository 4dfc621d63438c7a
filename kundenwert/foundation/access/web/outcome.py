"""From what an action says to what a page shows."""

from __future__ import annotations

from django import forms

from ..actions.errors import Refused


def show_refusal(form: forms.BaseForm, refused: Refused) -> None:
    """Put the reasons beside the fields of a form; what has no field there stands above it."""
    for field, message in refused.errors.items():
        form.add_error(field if field in form.fields else None, str(message))
