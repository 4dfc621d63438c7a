"""The rates of VAT in Germany, Austria and Switzerland in force in November 2026."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import migrations

RATES = [
    # § 12 UStG; the cut of 2020-07 to 2020-12 is left out
    ("DE", "standard", "19", date(2007, 1, 1)),
    ("DE", "reduced", "7", date(1983, 7, 1)),
    ("DE", "zero", "0", date(2023, 1, 1)),
    # § 10 UStG (AT); 4.9 % on listed basic foods since July 2026
    ("AT", "standard", "20", date(1984, 1, 1)),
    ("AT", "reduced", "10", date(1984, 1, 1)),
    ("AT", "second_reduced", "13", date(2016, 1, 1)),
    ("AT", "basic_food", "4.9", date(2026, 7, 1)),
    ("AT", "zero", "0", date(2024, 1, 1)),
    # Art. 25 MWSTG (CH)
    ("CH", "standard", "8.1", date(2024, 1, 1)),
    ("CH", "reduced", "2.6", date(2024, 1, 1)),
    ("CH", "second_reduced", "3.8", date(2024, 1, 1)),
    ("CH", "zero", "0", date(1995, 1, 1)),
]


def add_rates(apps: Any, _schema_editor: Any) -> None:
    """Only rows that are missing: an admin may have entered them."""
    tax_rate = apps.get_model("catalogue", "TaxRate")
    for country, category, rate, valid_from in RATES:
        tax_rate.objects.get_or_create(
            country=country,
            category=category,
            valid_from=valid_from,
            defaults={"rate": Decimal(rate)},
        )


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]
    operations = [migrations.RunPython(add_rates, migrations.RunPython.noop)]
