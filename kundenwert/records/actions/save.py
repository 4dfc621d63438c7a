"""The steps that creating, changing and undoing share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from ..record_type import RecordType
from ..search.index import reindex
from .errors import InvalidRecord


def kept_values(record_type: RecordType, record: Model, names: Iterable[str]) -> dict[str, Any]:
    """Field name → value as audit and imports keep it."""
    return {name: getattr(record, record_type.field(name).kept_attribute) for name in names}


def all_kept_values(record_type: RecordType, record: Model) -> dict[str, Any]:
    """Kept attribute → value of all own fields with a column, for `derive`."""
    return {
        entry.kept_attribute: getattr(record, entry.kept_attribute)
        for entry in record_type.own_fields.values()
        if hasattr(record, entry.kept_attribute)
    }


def set_values(record_type: RecordType, record: Model, values: Mapping[str, Any]) -> None:
    """Put field values (by field name) onto a record, then what follows from them."""
    for name, value in values.items():
        setattr(record, record_type.field(name).kept_attribute, value)
    for attribute, value in record_type.derive(all_kept_values(record_type, record)).items():
        setattr(record, attribute, value)


def follow_up(record_type: RecordType, record_ids: Sequence[int]) -> None:
    """What hangs on written records: figures that other modules keep, and the words under which they are found."""
    record_type.after_write(record_ids)
    reindex(record_type, record_ids)


@contextmanager
def readable_integrity(record_type: RecordType) -> Any:
    """Turn a violated constraint into `InvalidRecord` with words for the user."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        field, message = _explain(record_type, error)
        raise InvalidRecord({field: message}) from error


def _explain(record_type: RecordType, error: IntegrityError) -> tuple[str, str]:
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", "") or ""
    for constraint in record_type.model._meta.constraints:
        fields = getattr(constraint, "fields", ())
        if constraint.name == name and fields:
            field = next((entry for entry in fields if entry in record_type.all_fields), "")
            return field, _("This value is already used by another record.")
    return "", _("The values do not fit together and were not saved.")
