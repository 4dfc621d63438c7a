"""Make prospects that have bought something customers."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction

from kundenwert.foundation.access.models import User
from kundenwert.records.actions.change_record import change_record
from kundenwert.records.registry import record_type_for

from ..models import Customer
from ..models.choices import Stage


@transaction.atomic
def promote_prospects(customer_ids: Collection[int], *, actor: User | None) -> int:
    """Set the stage of those who are prospects to customer, one audited change each. Returns how many."""
    record_type = record_type_for("customers.customer")
    prospects = Customer.objects.filter(pk__in=customer_ids, stage=Stage.PROSPECT, deleted_at=None)
    locked = list(prospects.select_for_update(of=("self",)).order_by("pk"))
    for customer in locked:
        change_record(record_type, customer, {"stage": Stage.CUSTOMER.value}, actor=actor)
    return len(locked)
