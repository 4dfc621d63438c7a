import uuid

import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

VERBS = [("change", "Change"), ("delete", "Delete")]
STATUSES = [
    ("queued", "waiting"),
    ("running", "running"),
    ("done", "done"),
    ("failed", "failed"),
    ("cancelled", "cancelled"),
    ("undoing", "being taken back"),
    ("undone", "taken back"),
]
STATES = [
    ("waiting", "Waiting"),
    ("changed", "Changed"),
    ("unchanged", "Unchanged"),
    ("skipped", "Skipped"),
    ("undone", "Undone"),
    ("kept", "Kept"),
]
ENCODER = django.core.serializers.json.DjangoJSONEncoder
PROTECT = django.db.models.deletion.PROTECT
CASCADE = django.db.models.deletion.CASCADE


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0003_faster_sort_key"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BulkRun",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("record_type", models.CharField(max_length=100)),
                ("verb", models.CharField(choices=VERBS, max_length=10)),
                ("field", models.CharField(blank=True, max_length=100)),
                ("mode", models.CharField(blank=True, max_length=10)),
                ("value", models.JSONField(encoder=ENCODER, null=True)),
                ("status", models.CharField(choices=STATUSES, default="queued", max_length=10)),
                ("total", models.PositiveIntegerField(default=0)),
                ("changed", models.PositiveIntegerField(default=0)),
                ("unchanged", models.PositiveIntegerField(default=0)),
                ("skipped", models.PositiveIntegerField(default=0)),
                ("problems", models.JSONField(default=list)),
                ("kept", models.PositiveIntegerField(default=0)),
                ("cancel_requested", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(auto_now_add=True)),
                ("finished_at", models.DateTimeField(null=True)),
                (
                    "created_by",
                    models.ForeignKey(on_delete=PROTECT, related_name="+", to=settings.AUTH_USER_MODEL),
                ),
            ],
            options={"ordering": ["-created_at"]},
        ),
        migrations.CreateModel(
            name="BulkChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("object_id", models.BigIntegerField()),
                ("state", models.CharField(choices=STATES, default="waiting", max_length=10)),
                ("before", models.JSONField(encoder=ENCODER, null=True)),
                ("version", models.PositiveIntegerField(null=True)),
                (
                    "run",
                    models.ForeignKey(on_delete=CASCADE, related_name="changes", to="records.bulkrun"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["run", "state", "id"], name="bulk_change_state"),
                    models.Index(
                        condition=models.Q(("state", "changed")), fields=["object_id"], name="bulk_change_object"
                    ),
                ],
                "constraints": [models.UniqueConstraint(fields=("run", "object_id"), name="bulk_change_once")],
            },
        ),
    ]
