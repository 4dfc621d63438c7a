"""A record type as an engineer would add one: a model and one declaration of about twenty lines."""

from __future__ import annotations

from django.apps import apps
from django.db import models
from django.utils.translation import gettext_lazy as _

from kundenwert.customers.models import Customer
from kundenwert.records.models import Record
from kundenwert.records.record_type import Card, RecordType, Section


class Machine(Record):
    name = models.CharField(_("Name"), max_length=100)
    serial = models.CharField("Seriennummer", max_length=40, blank=True)
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    bought_on = models.DateField("Kaufdatum", null=True, blank=True)
    price = models.DecimalField("Preis", max_digits=10, decimal_places=2, null=True, blank=True)
    state = models.CharField("Zustand", max_length=10, choices=[("new", "neu"), ("used", "gebraucht")], default="new")
    in_service = models.BooleanField("In Wartung", default=False)

    class Meta:
        app_label = "records"
        verbose_name = "Maschine"
        verbose_name_plural = "Maschinen"


class MachineRecord(RecordType):
    model = Machine
    slug = "machines"
    icon = "settings"
    fields = ["name", "serial", "customer", "bought_on", "price", "state", "in_service"]
    columns = ["name", "serial", "customer", "price", "state"]
    sort = "name"
    filters = ["state", "price", "bought_on"]
    search = ["name", "serial"]
    card = Card(sections=[Section("Maschine", ["name", "serial", "customer", "bought_on", "price", "state"])])
    import_keys = ["serial"]


# A plugin's own app would hold the model. Here it must not stay among the program's: migrations would miss its table.
apps.all_models["records"].pop("machine")
apps.clear_cache()
