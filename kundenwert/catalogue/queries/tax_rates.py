"""The tax rates of a country on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Q

from ..models import TaxRate


def tax_rates(country: str, day: date) -> dict[str, Decimal]:
    """Tax category → rate in percent in force on that day, the standard rate first; empty for an unknown country."""
    in_force = TaxRate.objects.filter(Q(valid_to=None) | Q(valid_to__gte=day), country=country, valid_from__lte=day)
    rates: dict[str, Decimal] = {}
    for row in in_force.order_by("-valid_from"):
        rates.setdefault(row.category, row.rate)
    return dict(sorted(rates.items(), key=lambda item: (item[0] != "standard", -item[1])))
