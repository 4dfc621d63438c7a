"""The only way to records: what a user may see, and the look-up that is the permission check."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from kundenwert.foundation.access.grants import Grants, grants
from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.models.role import Scope, Verb

from .fields import Field
from .record_type import RecordType

BIN_DAYS = 30
"""So long a deleted record can be brought back in the interface."""


def may(user: User, record_type: RecordType, verb: Verb | str) -> bool:
    """Whether the user may do this with any record of the type."""
    return grants(user).scope(record_type.key, verb) is not None


def require(user: User, record_type: RecordType, verb: Verb | str) -> None:
    """Raises PermissionDenied (403) where the user may not do this with any record of the type."""
    if not may(user, record_type, verb):
        raise PermissionDenied


def visible(user: User, record_type: RecordType, verb: Verb | str = Verb.SEE) -> QuerySet[Any]:
    """The records of the type with which the user may do this; none where the right is missing."""
    return _within(record_type.live(), user, record_type, verb)


def deleted(user: User, record_type: RecordType) -> QuerySet[Any]:
    """Deleted records in the bin that the user may bring back: those they might delete."""
    since = timezone.now() - timedelta(days=BIN_DAYS)
    records = record_type.model._default_manager.filter(deleted_at__gte=since)
    return _within(records, user, record_type, Verb.DELETE)


def sees_all(user: User, subject: str) -> bool:
    """Whether no record of the type is hidden from the user."""
    return grants(user).scope(subject, Verb.SEE) == Scope.ALL


def _within(records: QuerySet[Any], user: User, record_type: RecordType, verb: Verb | str) -> QuerySet[Any]:
    """Of these records those with which the user may do this."""
    held = grants(user)
    scope = held.scope(record_type.key, verb)
    if scope is None:
        return records.none()
    return records if scope == Scope.ALL else records.filter(_owned(record_type, held, scope))


def _owned(record_type: RecordType, held: Grants, scope: Scope) -> Q:
    condition = Q(pk__in=[])
    for path in record_type.owner_paths:
        condition |= Q(**{path: held.user_id})
        if scope == Scope.TEAM:
            colleagues = User.objects.filter(teams__users=held.user_id).values("pk")
            condition |= Q(**{f"{path}__in": colleagues})
    return condition


def readable_fields(user: User, record_type: RecordType) -> dict[str, Field]:
    """The fields of a list that the user may see, sort and filter by.

    Sums over other records need the right to see all of those: a part of the sum would be a wrong figure.
    """
    return {
        name: field
        for name, field in record_type.all_fields.items()
        if not field.subject or sees_all(user, field.subject)
    }


def access_record(
    user: User, record_type: RecordType, record_id: int, verb: Verb | str = Verb.SEE, *, lock: bool = False
) -> Any:
    """Load a record for a purpose.

    Raises Http404 where the user may not see it or it is not there, in the same words; PermissionDenied (403) where
    it may be seen but not that. `lock` holds the row until the transaction ends.
    """
    if lock or not sees_all(user, record_type.key):
        found = visible(user, record_type).filter(pk=record_id)
        found = found.select_for_update(of=("self",)) if lock else found.select_related(*record_type.linked)
        record = found.first()
    else:
        record = record_type.live_record.first(record_id)
    if record is None:
        raise Http404
    if verb != Verb.SEE and not visible(user, record_type, verb).filter(pk=record_id).exists():
        raise PermissionDenied
    return record


def may_with(user: User, record_type: RecordType, record: Model, verb: Verb | str) -> bool:
    """Whether the user may do this with one record, for showing or hiding a button."""
    scope = grants(user).scope(record_type.key, verb)
    if scope in {None, Scope.ALL}:
        return scope is not None
    return visible(user, record_type, verb).filter(pk=record.pk).exists()
