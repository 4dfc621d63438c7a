"""The number range of customers."""

from __future__ import annotations

from django.db import migrations

from kundenwert.foundation.organisation.numbers import create_range


class Migration(migrations.Migration):
    dependencies = [("customers", "0002_birthday_indexes")]
    operations = [create_range("customers.customer", 10_001)]
