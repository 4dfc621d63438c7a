"""An index for open orders."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("customers", "0002_birthday_indexes"),
        ("sales", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="order",
            index=models.Index(
                condition=models.Q(("deleted_at", None), ("status", "open")),
                fields=["-ordered_at", "-id"],
                name="order_open_sort",
            ),
        ),
    ]
