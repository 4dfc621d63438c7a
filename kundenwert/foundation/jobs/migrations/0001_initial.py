from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="JobFailure",
            fields=[
                ("job_id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField(auto_now=True)),
                ("error", models.CharField(max_length=500)),
                ("traceback", models.TextField()),
            ],
        ),
    ]
