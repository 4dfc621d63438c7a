"""Record types of touchpoints."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.records.fields import field_for
from kundenwert.records.record_type import Card, RecordType, Section
from kundenwert.records.registry import record_type

from .actions.refresh_last_touchpoint import refresh_last_touchpoint
from .models import Touchpoint, TouchpointKind

KIND_TONES = {
    TouchpointKind.NOTE.value: "warning",
    TouchpointKind.CALL.value: "success",
    TouchpointKind.MAIL.value: "info",
    TouchpointKind.VISIT.value: "accent",
    TouchpointKind.MESSAGE.value: "c3",
    TouchpointKind.LETTER.value: "neutral",
}


@record_type
class TouchpointRecord(RecordType):
    """Every contact with a customer on any channel."""

    model = Touchpoint
    slug = "touchpoints"
    nav_order = 30
    icon = "messages-square"
    title = "subject"
    jump_key = "t"
    suggested = False
    fields = [
        field_for(Touchpoint, "kind", tones=KIND_TONES, aliases=("art", "typ", "kanal", "channel", "type"), synonyms={
            "anruf": "call", "telefonat": "call", "telefon": "call", "notiz": "note", "e mail": "mail",
            "besuch": "visit", "nachricht": "message", "brief": "letter", "phone": "call", "meeting": "visit"}),
        field_for(Touchpoint, "subject", width=280, aliases=("betreff", "thema", "titel")),
        field_for(Touchpoint, "customer", aliases=(
            "kunde", "kundennummer", "kundennr", "customer", "customer number", "firma")),
        field_for(Touchpoint, "at", aliases=("datum", "zeit", "zeitpunkt", "wann", "date", "time")),
        field_for(Touchpoint, "direction", aliases=("richtung",), synonyms={
            "eingehend": "in", "ausgehend": "out", "ein": "in", "aus": "out", "inbound": "in", "outbound": "out"}),
        field_for(Touchpoint, "contact", aliases=("ansprechpartner", "kontakt", "kontaktperson")),
        field_for(Touchpoint, "employee", aliases=("mitarbeiter", "bearbeiter", "benutzer", "user")),
        field_for(Touchpoint, "text", aliases=("notiz", "inhalt", "bemerkung", "beschreibung", "body", "note")),
        field_for(Touchpoint, "external_id", aliases=("externe nummer", "external id", "id")),
    ]  # fmt: skip
    columns = ["at", "kind", "direction", "subject", "customer", "employee"]
    sort = "-at"
    filters = ["at", "kind", "direction", "customer", "employee"]
    search = ["subject", "text"]
    search_hint = ["kind", "customer", "at"]
    card = Card(
        subtitle=["kind", "at"],
        sections=[
            Section(_("Touchpoint"), ["kind", "direction", "at", "customer", "contact", "employee", "subject", "text"],
                    key="touchpoint"),
        ],
    )  # fmt: skip
    import_keys = ["external_id"]
    owner_paths = ["employee", "customer__owner"]
    live_conditions = {"deleted_at": None, "customer__deleted_at": None}

    def defaults(self, request: SignedInRequest) -> dict[str, Any]:
        customer = request.GET.get("customer", "")
        return {
            "at": timezone.now(),
            "employee": request.user.pk,
            "kind": TouchpointKind.NOTE,
            "customer": int(customer) if customer.isdecimal() else None,
        }

    def after_write(self, record_ids: Sequence[int]) -> None:
        touched = Touchpoint.objects.filter(pk__in=record_ids)
        refresh_last_touchpoint(list(touched.values_list("customer_id", flat=True).distinct()))
