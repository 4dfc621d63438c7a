"""The composer on the customer card: note, call, mail, visit, message, letter in one form."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from kundenwert.customers.models import Contact, Customer
from kundenwert.customers.queries.contacts_of import contacts_of
from kundenwert.foundation.access.decorators import for_records
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.files.store import FileTooLarge
from kundenwert.foundation.ui.toast import toast
from kundenwert.records.access import access_record, may, require
from kundenwert.records.actions.errors import InvalidRecord
from kundenwert.records.registry import record_type_for
from kundenwert.records.web.controls import read_fields
from kundenwert.records.web.timeline import timeline_context

from ..actions.log_touchpoint import log_touchpoint
from ..models import Direction, TouchpointKind
from ..queries.touchpoint_entries import ICONS

SUBJECT = "touchpoints.touchpoint"
FIELDS = ["kind", "direction", "contact", "subject", "text"]


@require_POST
@for_records
def compose(request: SignedInRequest, record_id: int) -> HttpResponse:
    """POST: log a touchpoint; answers the composer and, out of band, the renewed timeline."""
    touchpoint_type, customer_type = record_type_for(SUBJECT), record_type_for("customers.customer")
    customer = access_record(request.user, customer_type, record_id)
    require(request.user, touchpoint_type, "create")
    values, errors = read_fields([touchpoint_type.field(name) for name in _sent(request.POST)], request.POST)
    errors |= _further_errors(customer, values, request.POST.get("text", ""))
    if not errors:
        values |= {"customer": customer.pk, "employee": request.user.pk, "at": values.get("at") or timezone.now()}
        try:
            log_touchpoint(values, files=request.FILES.getlist("files"), actor=request.user)
        except (InvalidRecord, FileTooLarge) as error:
            errors[""] = str(error)
    if errors:
        context = {
            **(composer_context(request, customer) or {}),
            "error": " ".join(errors.values()),
            "typed": request.POST,
        }
        return render(request, "touchpoints/parts/composer.html", context, status=422)
    context = {**(composer_context(request, customer) or {}), **timeline_context(request, customer_type, customer)}
    response = render(request, "touchpoints/parts/composed.html", context)
    return toast(response, _("Saved in the timeline"))


def _sent(data: QueryDict) -> list[str]:
    """The fields to read. A time that stands as the page offered it means now: the page may be hours old."""
    is_chosen = data.get("at") and data.get("at") != data.get("offered_at")
    return [*FIELDS, "at"] if is_chosen else FIELDS


def _further_errors(customer: Customer, values: dict[str, Any], text: str) -> dict[str, str]:
    if not values.get("subject") and not text.strip():
        return {"text": _("Please write what happened.")}
    if values.get("kind") == TouchpointKind.NOTE:
        values["direction"] = ""
    contact_id = values.get("contact")
    if contact_id and not Contact.objects.filter(pk=contact_id, customer=customer, deleted_at=None).exists():
        return {"contact": _("Please choose an entry from the list.")}
    return {}


def composer_context(request: SignedInRequest, customer: Customer) -> dict[str, Any] | None:
    """What the composer shows; None where the reader may not log anything."""
    if not may(request.user, record_type_for(SUBJECT), "create"):
        return None
    return {
        "compose_url": reverse("compose-touchpoint", args=[customer.pk]),
        "kinds": [{"value": kind.value, "label": str(kind.label), "icon": ICONS[kind]} for kind in TouchpointKind],
        "directions": [(direction.value, str(direction.label)) for direction in Direction],
        "contacts": [(person.id, person.name) for person in contacts_of(request.user, customer)[:50]],
        "now": timezone.localtime().strftime("%Y-%m-%dT%H:%M"),
    }
