"""Who may import, and whose imports one may look at."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from kundenwert.foundation.access.grants import grants
from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.models.role import Scope, Verb

from ..access import may
from ..models import ImportRun
from ..record_type import RecordType


def may_import(user: User, record_type: RecordType) -> bool:
    """Whether the user may bring a file of this type.

    A file changes whatever record its keys name, so the right to change must reach to all records.
    """
    return may(user, record_type, Verb.CREATE) and grants(user).scope(record_type.key, Verb.CHANGE) == Scope.ALL


def require_import(user: User, record_type: RecordType) -> None:
    """Raises PermissionDenied (403) where the user may not import records of the type."""
    if not may_import(user, record_type):
        raise PermissionDenied


def visible_runs(user: User) -> QuerySet[ImportRun]:
    """The user's own imports; for administrators those of all."""
    runs = ImportRun.objects.select_related("created_by", "file", "rejects")
    return runs if grants(user).is_administrator else runs.filter(created_by=user)


def access_run(user: User, run_id: UUID) -> ImportRun:
    """An import the user may look at. Raises Http404 for those of others, in the same words as for none."""
    run = visible_runs(user).filter(pk=run_id).first()
    if run is None:
        raise Http404
    return run
