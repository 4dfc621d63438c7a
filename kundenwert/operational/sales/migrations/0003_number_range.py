"""The number range of orders."""

from __future__ import annotations

from django.db import migrations

from kundenwert.foundation.organisation.numbers import create_range


class Migration(migrations.Migration):
    dependencies = [("sales", "0002_open_order_index")]
    operations = [create_range("sales.order", 100_001)]
