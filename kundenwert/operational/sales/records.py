"""Record types of sales."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kundenwert.customers.actions.promote_prospects import promote_prospects
from kundenwert.foundation.access.models import User
from kundenwert.foundation.access.requests import SignedInRequest
from kundenwert.foundation.organisation.numbers import take_numbers
from kundenwert.records.fields import MoneyField, field_for
from kundenwert.records.record_type import Card, RecordType, Section
from kundenwert.records.registry import record_type

from .actions.refresh_customer_sales import refresh_customer_sales
from .imports.finish import refresh_totals
from .imports.lines import StoredLines
from .models import Order, OrderStatus

STATUS_TONES = {
    OrderStatus.OPEN.value: "info",
    OrderStatus.COMPLETED.value: "success",
    OrderStatus.CANCELLED.value: "neutral",
}


@record_type
class OrderRecord(RecordType):
    """Orders; their lines are edited on the order's own page."""

    model = Order
    slug = "orders"
    nav_order = 40
    icon = "shopping-cart"
    title = "number"
    jump_key = "o"
    fields = [
        field_for(Order, "number", width=140, required=False, aliases=(
            "auftragsnummer", "auftragsnr", "auftrag", "bestellnummer", "belegnummer", "rechnungsnummer", "order",
            "order number", "order no", "invoice", "invoiceno", "invoice no", "invoiceid", "beleg")),
        field_for(Order, "customer", aliases=(
            "kunde", "kundennummer", "kundennr", "kd nr", "customer", "customerid", "customer id", "customer number",
            "firma")),
        field_for(Order, "ordered_at", aliases=(
            "datum", "auftragsdatum", "bestelldatum", "rechnungsdatum", "belegdatum", "date", "order date",
            "invoicedate", "invoice date")),
        field_for(Order, "status", tones=STATUS_TONES, aliases=("status",), synonyms={
            "offen": "open", "erledigt": "completed", "abgeschlossen": "completed", "storniert": "cancelled",
            "canceled": "cancelled"}),
        field_for(Order, "currency", width=80, aliases=("wahrung", "währung", "waehrung")),
        MoneyField(name="net_total", label=_("Net total"), editable=False, currency_path="currency"),
        MoneyField(name="tax_total", label=_("Tax"), editable=False, currency_path="currency"),
        field_for(Order, "owner", aliases=("betreuer", "verkaufer", "verkäufer", "mitarbeiter")),
        field_for(Order, "external_id", aliases=("externe nummer", "shopnummer", "external id")),
        field_for(Order, "note", aliases=("notiz", "bemerkung", "kommentar")),
    ]  # fmt: skip
    columns = ["number", "ordered_at", "customer", "status", "net_total", "owner"]
    sort = "-ordered_at"
    filters = ["ordered_at", "status", "customer", "net_total", "owner"]
    search = ["number", "external_id"]
    search_hint = ["customer", "ordered_at"]
    card = Card(
        subtitle=["customer", "status", "ordered_at"],
        sections=[
            Section(_("Order"), ["number", "customer", "ordered_at", "status", "owner", "currency", "external_id"],
                    key="order"),
            Section(_("Note"), ["note"], key="note"),
        ],
    )  # fmt: skip
    form = ["customer", "ordered_at", "status", "owner", "note"]
    import_keys = ["number", "external_id"]
    owner_paths = ["owner", "customer__owner"]
    importer = "kundenwert.operational.sales.importer.OrderImporter"
    action_labels = {"lines_set": _("Lines changed")}

    def defaults(self, request: SignedInRequest) -> dict[str, Any]:
        customer = request.GET.get("customer", "")
        return {
            "ordered_at": timezone.now(),
            "owner": request.user.pk,
            "status": OrderStatus.OPEN,
            "customer": int(customer) if customer.isdecimal() else None,
        }

    def url_after_creating(self, record_id: int) -> str:
        return reverse("order-lines", args=[record_id])

    def after_create(self, record: Order, *, actor: User | None) -> None:
        if record.customer_id and record.status != OrderStatus.CANCELLED:
            promote_prospects([record.customer_id], actor=actor)

    def before_create(self, values: dict[str, Any]) -> None:
        if not values.get("number"):
            values["number"] = str(take_numbers("sales.order")[0])

    def after_write(self, record_ids: Sequence[int]) -> None:
        orders = Order.objects.filter(pk__in=record_ids, customer__isnull=False)
        refresh_customer_sales(list(orders.values_list("customer_id", flat=True).distinct()))

    def restore(self, record: Any, before: Mapping[str, Any]) -> None:
        """An import changes lines: put the former ones back."""
        if "lines" in before:
            StoredLines.restore(record.pk, before["lines"])
            refresh_totals([record.pk])
            record.refresh_from_db(fields=["net_total", "tax_total", "cost_total"])
