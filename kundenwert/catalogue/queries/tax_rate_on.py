"""The tax rates of a country on a day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db.models import Q

from ..models import TaxRate


def tax_rates_on(country: str, day: date) -> dict[str, Decimal]:
    """Category → rate in percent in force on a day; zero as standard for a country without rates."""
    valid = TaxRate.objects.filter(country=country, valid_from__lte=day).filter(Q(valid_to=None) | Q(valid_to__gte=day))
    rates = dict(valid.order_by("valid_from").values_list("category", "rate"))
    return {"standard": Decimal(0), **rates}
