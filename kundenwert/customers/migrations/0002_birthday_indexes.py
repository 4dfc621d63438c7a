"""Indexes for birthdays."""

import django.db.models.expressions
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("customers", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="contact",
            index=models.Index(
                models.ExpressionWrapper(
                    django.db.models.expressions.CombinedExpression(
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.functions.datetime.ExtractMonth("birthday"), "*", models.Value(100)
                        ),
                        "+",
                        django.db.models.functions.datetime.ExtractDay("birthday"),
                    ),
                    output_field=models.IntegerField(),
                ),
                condition=models.Q(("birthday__isnull", False)),
                name="contact_birthday",
            ),
        ),
        migrations.AddIndex(
            model_name="customer",
            index=models.Index(
                models.ExpressionWrapper(
                    django.db.models.expressions.CombinedExpression(
                        django.db.models.expressions.CombinedExpression(
                            django.db.models.functions.datetime.ExtractMonth("birthday"), "*", models.Value(100)
                        ),
                        "+",
                        django.db.models.functions.datetime.ExtractDay("birthday"),
                    ),
                    output_field=models.IntegerField(),
                ),
                condition=models.Q(("birthday__isnull", False)),
                name="customer_birthday",
            ),
        ),
    ]
