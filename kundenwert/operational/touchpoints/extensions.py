"""What touchpoints add to other modules' records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.access.models import User
from kundenwert.foundation.files.access import register_check
from kundenwert.records.access import visible
from kundenwert.records.record_type import Extension, Panel
from kundenwert.records.registry import extend, record_type_for
from kundenwert.records.timeline import TimelineEntry, TimelineSource, register_source

from .models import TouchpointKind
from .queries.touchpoint_entries import touchpoint_entries

SUBJECT = "touchpoints.touchpoint"
PLURALS = {
    TouchpointKind.NOTE: _("Notes"),
    TouchpointKind.CALL: _("Calls"),
    TouchpointKind.MAIL: _("Mails"),
    TouchpointKind.VISIT: _("Visits"),
    TouchpointKind.MESSAGE: _("Messages"),
    TouchpointKind.LETTER: _("Letters"),
}


def register() -> None:
    """Timeline entries on customers and contacts, the composer on the customer card, access to files."""
    filters = {kind.value: label for kind, label in PLURALS.items()}
    register_source("customers.customer", TimelineSource(filters, _of_customer, SUBJECT))
    register_source("customers.contact", TimelineSource(filters, _of_contact, SUBJECT))
    composer = Panel("composer", "touchpoints/parts/composer.html", _composer, side="main", order=10, subject=SUBJECT)
    extend(Extension("customers.customer", panels=[composer]))
    register_check(SUBJECT, _may_open)


def _of_customer(user: User, record: Any, before: datetime | None, limit: int, kind: str) -> Sequence[TimelineEntry]:
    return touchpoint_entries(user, {"customer_id": record.pk}, kind, before, limit)


def _of_contact(user: User, record: Any, before: datetime | None, limit: int, kind: str) -> Sequence[TimelineEntry]:
    return touchpoint_entries(user, {"contact_id": record.pk}, kind, before, limit)


def _composer(request: Any, record: Any) -> dict[str, Any] | None:
    from .web.composer import composer_context  # forms load after the registrations

    return composer_context(request, record)


def _may_open(user: User, touchpoint_id: int) -> bool:
    return visible(user, record_type_for(SUBJECT)).filter(pk=touchpoint_id).exists()
