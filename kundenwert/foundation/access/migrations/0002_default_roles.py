"""The roles of a new installation, where it has none yet."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from kundenwert.foundation.access.default_roles import ADMINISTRATOR, default_grants


def make_default_roles(apps: Any, _editor: Any) -> None:
    role = apps.get_model("access", "Role")
    permission = apps.get_model("access", "RolePermission")
    if role.objects.exists():
        return
    role.objects.create(name=ADMINISTRATOR, is_administrator=True)
    for name, grants in default_grants().items():
        made = role.objects.create(name=name)
        permission.objects.bulk_create(
            permission(role=made, subject=subject, verb=verb, scope=scope) for subject, verb, scope in grants
        )


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]
    operations = [migrations.RunPython(make_default_roles, migrations.RunPython.noop)]
