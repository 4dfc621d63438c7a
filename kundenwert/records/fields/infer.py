"""The field kind that suits a model field, so that a declaration need only name it."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models

from kundenwert.foundation.access.models import User

from . import choice, link, moment, number, text
from .base import Field


def field_for(model: type[models.Model], name: str, **overrides: Any) -> Field:
    """A field made from the model field `name`: label, length, choices, whether it is required and editable.

    `overrides` replace what was inferred. Raises TypeError for a model field of a kind that records do not know.
    """
    source = model._meta.get_field(name)
    if not isinstance(source, models.Field):
        raise TypeError(f"{model.__name__}.{name} is not a plain field")
    made: dict[str, Any] = {
        "name": name,
        "label": source.verbose_name,
        "required": _required(source),
        "editable": source.editable,
        "help_text": source.help_text,
    }
    kind, extra = _kind(source)
    return kind(**{**made, **extra, **overrides})


def _required(source: models.Field[Any, Any]) -> bool:
    return not source.blank and not source.has_default() and not isinstance(source, models.BooleanField)


def _kind(source: models.Field[Any, Any]) -> tuple[type[Field], dict[str, Any]]:
    if isinstance(source, models.ForeignKey):
        if source.related_model is User:
            return link.UserField, {}
        target = source.related_model._meta
        return link.LinkField, {"target": f"{target.app_label}.{target.model_name}"}
    if source.choices:
        required = not source.blank
        return choice.ChoiceField, {"choices": tuple(source.flatchoices), "required": required}
    if isinstance(source, models.DecimalField):
        return number.DecimalField, {"places": source.decimal_places, "digits": source.max_digits}
    for model_field, kind in KINDS:
        if isinstance(source, model_field):
            return kind, {"max_length": source.max_length} if issubclass(kind, text.TextField) else {}
    raise TypeError(f"no record field kind for {source!r}")


KINDS: tuple[tuple[type[models.Field[Any, Any]], type[Field]], ...] = (
    (models.BooleanField, choice.BooleanField),
    (models.DateTimeField, moment.DateTimeField),
    (models.DateField, moment.DateField),
    (models.IntegerField, number.IntegerField),
    (models.EmailField, text.EmailField),
    (models.URLField, text.UrlField),
    (models.TextField, text.LongTextField),
    (models.CharField, text.TextField),
    (ArrayField, choice.TagsField),
)
